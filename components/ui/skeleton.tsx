"use client";

import { useTranslations } from "use-intl/react";

/** Lines in place of text that is on its way; says so to those who can't see them. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTranslations("common");
  const widths = ["w-11/12", "w-4/5", "w-2/3"];
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line, index) => (
        <span
          key={line}
          className={`h-4 animate-pulse rounded-md bg-line ${widths[index % widths.length]}`}
        />
      ))}
    </div>
  );
}
