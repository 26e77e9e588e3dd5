import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import type { ForecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { Lever } from "@/lib/domain/progress/forecast/levers";
import { formatDate, formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { Outlook } from "@/lib/server/progress/outlook";
import type { NightOutlook } from "@/lib/server/progress/outlooks";

async function ofInterval(end: Extract<ForecastEnd, { kind: "interval" }>): Promise<string> {
  const t = await getTranslator("reports.paper.forecast");
  const from = formatDate(end.from);
  if (!end.likely) return t("open", { from });
  const likely = formatDate(end.likely);
  if (!end.to) return t("openLikely", { from, likely });
  const share = formatPercent(end.share, 0, await getLocale());
  return t("between", { from, likely, to: formatDate(end.to), share });
}

async function ofFewWeeks(end: Extract<ForecastEnd, { kind: "plain" }>): Promise<string> {
  const t = await getTranslator("reports.paper.forecast");
  const { weeks } = end;
  if (!end.from) return t("fewWeeksNone", { weeks });
  const from = formatDate(end.from);
  if (!end.to) return t("fewWeeksFast", { weeks, from });
  return t("fewWeeks", { weeks, from, to: formatDate(end.to) });
}

/** When it will be done, in a sentence for each kind of answer: the report says the same. */
export async function forecastSentence(end: ForecastEnd): Promise<string> {
  if (end.kind === "interval") return ofInterval(end);
  if (end.kind === "plain") return ofFewWeeks(end);
  const t = await getTranslator("reports.paper.forecast");
  return end.kind === "done" ? t("done") : t(end.reason);
}

/** A speed: of slow ones the tenths matter; what is asked for is never rounded down. */
async function speedText(people: number, asked = false): Promise<string> {
  const digits = people < 10 ? 1 : 0;
  const unit = 10 ** -digits;
  return formatNumber(asked ? Math.ceil(people / unit) * unit : people, digits, await getLocale());
}

/** The speed that the target asks for beside the speed of now; null where there is neither. */
export async function speedSentence(outlook: Outlook): Promise<string | null> {
  const { target, needed, peoplePerDay, people } = outlook;
  if (people === 0) return null;
  const t = await getTranslator("reports.paper.target");
  if (target && !needed) return t("over");
  const now = peoplePerDay === null ? null : await speedText(peoplePerDay);
  if (!needed) return now && t("now", { now });
  const asked = await speedText(needed.people, true);
  return now ? t("both", { needed: asked, now }) : t("need", { needed: asked });
}

export async function targetSentence({ target, unit }: Outlook): Promise<string> {
  const t = await getTranslator("reports.paper.target");
  if (!target) return t("none");
  const { unitName, percent } = target;
  const words = { unit: unitName, deadline: formatDate(target.deadline), percent };
  if (target.unitPath === unit.path) return t("own", words);
  return t(target.unitPath.indexOf(".") === target.unitPath.length - 1 ? "nation" : "above", words);
}

/** What would help, and what it would save. */
export async function leverSentence({ kind, ref, tasks, saved, end }: Lever): Promise<string> {
  const t = await getTranslator("reports.paper");
  const classes = await getTranslator("matching.class");
  const day = formatDate(end);
  const gain =
    saved === null ? t("gain.possible", { end: day }) : t("gain.saved", { days: saved, end: day });
  return t(`ask.${kind}`, {
    gain,
    tasks,
    class: kind === "rule" ? classes(ref as DifferenceClass) : "",
  });
}

/** When a unit will be done, as short as a table wants it. */
export async function outlookWords(): Promise<(outlook: NightOutlook | null) => string> {
  const t = await getTranslator("progress.outlook");
  return (outlook) => {
    if (!outlook) return "–";
    const { kind, from, to } = outlook;
    if (kind === "done") return t("short.done");
    if (kind === "plain") return t("short.fewWeeks");
    if (kind === "never" || !from) return t("short.never");
    if (!to) return t("short.after", { from: formatDate(from) });
    return t("short.between", { from: formatDate(from), to: formatDate(to) });
  };
}
