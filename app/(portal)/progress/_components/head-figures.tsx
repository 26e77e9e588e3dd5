import { Stat } from "@/components/ui/stat";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { lineHref } from "../line-href";

const FIGURES = [
  { figure: "open", filter: {}, tone: "waiting" },
  { figure: "cleared", filter: { records: "cleared" }, tone: "settled" },
  { figure: "corrected", filter: { resolution: "corrected" }, tone: "settled" },
  { figure: "wrong", filter: { records: "wrong" }, tone: "neutral" },
] as const satisfies readonly { filter: LineFilter; figure: string; tone: string }[];

/** The four figures that the page is opened for; each opens its list. */
export async function HeadFigures({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const locale = await getLocale();
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {FIGURES.map(({ figure, filter, tone }) => (
        <Stat
          key={figure}
          label={t(`figure.${figure}`)}
          value={formatNumber(progress.figures[figure], 0, locale)}
          unit={t("people")}
          cutoff={t("dosesAt", {
            doses: progress.figures.doses[figure],
            at: formatDateTime(progress.at),
          })}
          href={lineHref(progress.unit.id, filter)}
          tone={tone}
        />
      ))}
    </div>
  );
}
