"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import type { LiveScore } from "./live-score";

/** The score on its way to the threshold, in figures first and as a line after. */
export function ScoreMeter({ live }: { live: LiveScore }) {
  const { score, threshold, settlingField, contested } = live;
  const t = useTranslations("common.compare.scored");
  const locale = useLocale();
  const fields = useTranslations("common.compare.fields");
  const reached = score >= threshold && !contested;
  const colour = reached ? "text-settled" : "text-waiting";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <output className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>
          {t("label")}{" "}
          <strong className="text-base tabular-nums">{formatNumber(score, 2, locale)}</strong>
        </span>
        <span className={`inline-flex items-center gap-1 ${colour}`}>
          <Icon name={reached ? "check" : "clock"} size={16} />
          {t(contested ? "contested" : reached ? "reached" : "below")}
        </span>
        {settlingField && !reached ? (
          <span>{t("settling", { field: fields(settlingField).toLocaleLowerCase(locale) })}</span>
        ) : null}
      </output>
      <span
        aria-hidden
        className={`relative h-2 w-40 rounded-full bg-line forced-colors:border ${colour}`}
      >
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-current forced-colors:bg-[CanvasText]"
          style={{ width: `${score * 100}%` }}
        />
        <span
          className="absolute -inset-y-1 w-0.5 bg-ink forced-colors:bg-[Highlight]"
          style={{ left: `${threshold * 100}%` }}
        />
      </span>
      <span className="text-quiet tabular-nums">
        {t("threshold", { threshold: formatNumber(threshold, 2, locale) })}
      </span>
    </div>
  );
}
