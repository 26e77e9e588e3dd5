import type { FigureCell } from "@/components/data-table/figure-table";
import type { Forecast } from "@/lib/domain/tasks/capacity";
import { DAYS_AHEAD } from "@/lib/domain/tasks/capacity";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";

/** When work is done: days and a date; more than the coming days is marked. */
export async function finishCell(finish: Forecast | null): Promise<FigureCell> {
  const t = await getTranslator("loads.finish");
  if (finish === null) return { text: t("never"), tone: "danger" };
  if (finish.days === 0) return { text: t("none") };
  const text = t("days", { days: finish.days, on: formatDate(finish.on) });
  return finish.days > DAYS_AHEAD ? { text, tone: "waiting" } : { text };
}

/** In one sentence: what today's capacity makes of this list. */
export async function forecastSentence(finish: Forecast | null): Promise<string> {
  const t = await getTranslator("loads");
  if (finish === null) return t("forecastNever");
  return t("forecast", { days: finish.days, on: formatDate(finish.on) });
}
