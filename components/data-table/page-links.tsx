"use client";

import { useTranslations } from "use-intl/react";
import { LinkButton } from "@/components/ui/link-button";

export interface PageHrefs {
  /** Absent on the first page. */
  previous?: string;
  /** Absent on the last page. */
  next?: string;
  /** How many there are, in words: "312 nhiệm vụ", "hơn 1.000 nhiệm vụ". */
  summary?: string;
}

/** Forward and back through a list that has no page numbers. */
export function PageLinks({ previous, next, summary }: PageHrefs) {
  const t = useTranslations("common.table");
  if (!previous && !next && !summary) return null;
  return (
    <nav
      aria-label={t("pages")}
      className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-sm text-quiet tabular-nums">{summary}</p>
      <div className="flex gap-3">
        {previous ? (
          <LinkButton href={previous} size="sm" icon="chevronLeft" rel="prev">
            {t("previous")}
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton href={next} size="sm" rel="next">
            {t("next")}
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
