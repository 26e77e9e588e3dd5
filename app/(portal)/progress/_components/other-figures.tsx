import { TextLink } from "@/components/ui/text-link";
import { type LineFilter, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { counted } from "../counted";
import { lineHref } from "../line-href";

const FIGURES = [
  { figure: "total", filter: { records: "total" } },
  { figure: "notCompared", filter: { records: "notCompared" } },
  { figure: "notApplicable", filter: { records: "notApplicable" } },
  { figure: "falseMismatch", filter: { resolution: "falseMismatch" } },
] as const satisfies readonly { filter: LineFilter; figure: string }[];

/** The smaller figures in one line: what is late first, whatever is zero left out. */
export async function OtherFigures({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const locale = await getLocale();
  const { figures, lateness, unit } = progress;
  const late = (["overdue", "stuck"] as const).map((word) => ({
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
  const write = (key: string, people: number) =>
    isLate.has(key) ? counted(people) : formatNumber(people, 0, locale);
  return (
    <dl aria-label={t("other")} className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
      {
        await Promise.all(
          shown.map(async ({ key, label, people, href }) => (
            <div key={key} className="flex items-baseline gap-2">
              <dt className={isLate.has(key) ? "text-danger" : "text-quiet"}>{label}</dt>
              <dd className="tabular-nums">
                <TextLink href={href} prefetch={false}>
                  {await write(key, people)}
                </TextLink>{" "}
                {t("people")}
              </dd>
            </div>
          )),
        )
      }
    </dl>
  );
}
