import type { Say } from "@/lib/domain/handovers/paper";
import type { IntervalEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { Lever } from "@/lib/domain/progress/forecast/levers";
import type { PlainEnd } from "@/lib/domain/progress/forecast/plain";
import { formatDate, formatNumber, formatPercent } from "../format";
import type { Locale } from "../locales";

/** The texts of reports and of classes of difference in the language of whoever reads. */
export interface Wording {
  say: Say;
  classes: Say;
  locale: Locale;
}

type Interval = Pick<IntervalEnd, "from" | "likely" | "to" | "share">;
type Plain = Pick<PlainEnd, "weeks" | "from" | "to">;

function ofInterval({ from, likely, to, share }: Interval, { say, locale }: Wording): string {
  const start = { from: formatDate(from) };
  if (!likely) return say("paper.forecast.open", start);
  const days = { ...start, likely: formatDate(likely) };
  if (!to) return say("paper.forecast.openLikely", days);
  const of = formatPercent(share, 0, locale);
  return say("paper.forecast.between", { ...days, to: formatDate(to), share: of });
}

function ofFewWeeks({ weeks, from, to }: Plain, { say }: Wording): string {
  if (!from) return say("paper.forecast.fewWeeksNone", { weeks });
  const start = { weeks, from: formatDate(from) };
  if (!to) return say("paper.forecast.fewWeeksFast", start);
  return say("paper.forecast.fewWeeks", { ...start, to: formatDate(to) });
}

/** What a sentence about the end needs of it: reports keep no more. */
export type SaidEnd =
  | { kind: "done" }
  | ({ kind: "interval" } & Interval)
  | ({ kind: "plain" } & Plain)
  | { kind: "never"; reason: "inflow" | "tooSlow" };

/** When it will be done, in a sentence for each kind of answer. */
export function forecastWords(end: SaidEnd, wording: Wording): string {
  if (end.kind === "done") return wording.say("paper.forecast.done");
  if (end.kind === "interval") return ofInterval(end, wording);
  if (end.kind === "plain") return ofFewWeeks(end, wording);
  return wording.say(`paper.forecast.${end.reason}`);
}

interface Speeds {
  /** people who remain, of a full working day as it goes, and as the target asks for */
  open: number;
  peoplePerDay: number | null;
  neededPerDay: number | null;
  aimed: boolean;
}

/** The speed that the target asks for beside the speed of now; null where there is nothing to say. */
export function speedWords(of: Speeds, { say, locale }: Wording): string | null {
  const { open, peoplePerDay, neededPerDay, aimed } = of;
  // Of slow speeds the tenths matter; what is asked for is never rounded down.
  const speed = (perDay: number) => formatNumber(perDay, perDay < 10 ? 1 : 0, locale);
  if (open === 0) return null;
  const now = peoplePerDay === null ? null : speed(peoplePerDay);
  if (aimed && neededPerDay === null) return say("paper.target.over");
  if (neededPerDay === null) return now && say("paper.target.now", { now });
  const step = neededPerDay < 10 ? 10 : 1;
  const needed = speed(Math.ceil(neededPerDay * step) / step);
  return now ? say("paper.target.both", { needed, now }) : say("paper.target.need", { needed });
}

interface SaidTarget {
  /** whose it is */
  set: "own" | "above" | "nation";
  unitName: string;
  deadline: string;
  percent: number;
}

export function targetWords(target: SaidTarget | null, { say }: Wording): string {
  if (!target) return say("paper.target.none");
  const { set, unitName, deadline, percent } = target;
  return say(`paper.target.${set}`, { unit: unitName, deadline: formatDate(deadline), percent });
}

/** What would help, and what it would save. */
export function leverWords(
  { kind, ref, tasks, saved, end }: Pick<Lever, "kind" | "ref" | "tasks" | "saved" | "end">,
  { say, classes }: Wording,
): string {
  const on = formatDate(end);
  const gain =
    saved === null
      ? say("paper.gain.possible", { end: on })
      : say("paper.gain.saved", { days: saved, end: on });
  return say(`paper.ask.${kind}`, { tasks, gain, class: kind === "rule" ? classes(ref) : "" });
}
