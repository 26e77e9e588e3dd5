import { TextLink } from "@/components/ui/text-link";
import { LATE, type LineFilter, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { lineHref } from "../line-href";

const FIGURES = [
  { figure: "total", filter: { records: "total" } },
  { figure: "notCompared", filter: { records: "notCompared" } },
  { figure: "notApplicable", filter: { records: "notApplicable" } },
  { figure: "matched", filter: { records: "matched" } },
  { figure: "untasked", filter: { records: "untasked" } },
  { figure: "falseMismatch", filter: { resolution: "falseMismatch" } },
  { figure: "insufficient", filter: { resolution: "insufficient" } },
  { figure: "duplicates", filter: { records: "duplicates" } },
] as const satisfies readonly { filter: LineFilter; figure: string }[];

/** The smaller figures in one line: what is late first, whatever is zero left out. */
export async function OtherFigures({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const locale = await getLocale();
  const { figures, lateness, unit } = progress;
  const late = LATE.map((word) => ({
    key: word,
    label: t(`figure.${word}`, { days: STUCK_DAYS }),
    people: lateness[word],
    href: lineHref(unit.id, { late: word }),
  }));
  const others = FIGURES.map(({ figure, filter }) => ({
    key: figure,
    label: t(`figure.${figure}`),
    people: figures[figure],
    href: lineHref(unit.id, filter),
  }));
  const isLate = new Set<string>(late.map(({ key }) => key));
  const shown = [...late, ...others].filter(({ people }) => people > 0);
  return (
    <dl aria-label={t("other")} className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
      {shown.map(({ key, label, people, href }) => (
        <div key={key} className="flex items-baseline gap-2">
          <dt className={isLate.has(key) ? "text-danger" : "text-quiet"}>{label}</dt>
          <dd className="whitespace-nowrap tabular-nums">
            <TextLink href={href} prefetch={false}>
              {formatNumber(people, 0, locale)}
            </TextLink>{" "}
            {key === "duplicates"
              ? t("duplicates", { doses: figures.doses.duplicates })
              : t("people")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
