import { getTranslator } from "@/lib/i18n/server";
import { shortDay } from "./chart-words";
import type { LegendEntry } from "./legend";
import { shownMarks, type TrendData } from "./trend-data";
import { letterOf } from "./trend-parts";
import { STROKES } from "./trend-strokes";

const line = (stroke: object) => <path d="M0 7H28" fill="none" {...stroke} />;

const BAND = (
  <>
    <rect y={1} width={28} height={12} fill="var(--action-soft)" />
    <path d="M4 1V13M8 1V13M12 1V13M16 1V13M20 1V13M24 1V13" {...STROKES.hatch} />
    <path d="M0 1H28M0 13H28" {...STROKES.edge} />
  </>
);

const MARK = <rect x={1} y={1} width={26} height={12} {...STROKES.mark} />;

/** Only what is drawn has a line here; campaigns and holidays follow with their letters and days. */
export async function trendLegend(data: TrendData): Promise<LegendEntry[]> {
  const t = await getTranslator("charts.trend");
  const entries: LegendEntry[] = [];
  const add = (key: string, sign: LegendEntry["sign"], text: string) =>
    entries.push({ key, sign, text });
  add("history", line(STROKES.history), t("history"));
  if (data.forecast?.length) {
    add("likely", line(STROKES.likely), t("likely"));
    add("band", BAND, t("band"));
  }
  if (data.plan?.length) add("plan", line(STROKES.plan), t("plan"));
  if (data.deadline)
    add("deadline", line(STROKES.deadline), t("deadline", { day: shortDay(data.deadline) }));
  shownMarks(data).forEach(({ from, to, label }, at) => {
    const span =
      from === to ? shortDay(from) : t("span", { from: shortDay(from), to: shortDay(to) });
    add(`${from} ${label}`, MARK, `${letterOf(at)}. ${label}, ${span}`);
  });
  return entries;
}
