"use client";

import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { ErrorSummary } from "@/components/ui/error-summary";

interface ListRefusalProps {
  message: string;
  lines?: string[];
}

const MOST_SHOWN = 50;

/** Which cells have to be mended, by line. */
export function ListRefusal({ message, lines = [] }: ListRefusalProps) {
  const t = useTranslations("officers.list");
  const hidden = lines.length - MOST_SHOWN;
  if (lines.length === 0) return <ErrorSummary message={message} />;
  return (
    <Banner tone="danger" title={message} live>
      <ul className="list-disc pl-5">
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {hidden > 0 ? <p>{t("more", { count: hidden })}</p> : null}
    </Banner>
  );
}
