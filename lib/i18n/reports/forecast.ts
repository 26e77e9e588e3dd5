import type { ReportContent } from "@/lib/domain/progress/report/content";
import { formatPercent } from "../format";
import { classWord, day, peopleText, say, speed, speedAsked } from "./words";

type End = ReportContent["end"];

function ofInterval(end: Extract<End, { kind: "interval" }>): string {
  const { from, likely, to } = end;
  if (to && likely) {
    const days = { from: day(from), likely: day(likely), to: day(to) };
    return say("paper.forecast.between", { ...days, share: formatPercent(end.share, 0) });
  }
  if (likely) return say("paper.forecast.openLikely", { from: day(from), likely: day(likely) });
  return say("paper.forecast.open", { from: day(from) });
}

function ofFewWeeks({ weeks, from, to }: Extract<End, { kind: "plain" }>): string {
  if (!from) return say("paper.forecast.fewWeeksNone", { weeks });
  if (!to) return say("paper.forecast.fewWeeksFast", { weeks, from: day(from) });
  return say("paper.forecast.fewWeeks", { weeks, from: day(from), to: day(to) });
}

/** When it will be done, in a sentence for each kind of answer. */
export function forecastSentence(end: End): string {
  if (end.kind === "done") return say("paper.forecast.done");
  if (end.kind === "interval") return ofInterval(end);
  if (end.kind === "plain") return ofFewWeeks(end);
  return say(`paper.forecast.${end.reason}`);
}

function speedSentence(content: ReportContent): string[] {
  const { target, neededPerDay, peoplePerDay, figures } = content;
  if (figures.open === 0) return [];
  const now = peoplePerDay === null ? null : speed(peoplePerDay);
  if (target && neededPerDay === null) return [say("paper.target.over")];
  if (neededPerDay === null) return now ? [say("paper.target.now", { now })] : [];
  const needed = speedAsked(neededPerDay);
  return [now ? say("paper.target.both", { needed, now }) : say("paper.target.need", { needed })];
}

/** What is wanted of the unit, how quick it is, and when it will be done. */
export function aheadSentences(content: ReportContent): string[] {
  const { target, end } = content;
  const wanted = target
    ? say(`paper.target.${target.set}`, {
        unit: target.unitName,
        deadline: day(target.deadline),
        percent: target.percent,
      })
    : say("paper.target.none");
  return [wanted, ...speedSentence(content), forecastSentence(end)];
}

/** More than these nobody can begin with. */
const MOST_ASKED = 4;

function askOf({ kind, ref, tasks, saved, end }: ReportContent["levers"][number]): string {
  const gain =
    saved === null
      ? say("paper.gain.possible", { end: day(end) })
      : say("paper.gain.saved", { days: saved, end: day(end) });
  const words = { tasks, gain, class: kind === "rule" ? classWord(ref) : "" };
  return say(`paper.ask.${kind}`, words);
}

/** What would help most, the best first. */
export function askSentences({ levers, lateness }: ReportContent): string[] {
  const late = { overdue: peopleText(lateness.overdue) };
  return [
    ...(lateness.overdue > 0 ? [say("paper.ask.overdue", late)] : []),
    ...levers.slice(0, MOST_ASKED).map(askOf),
  ];
}
