import type { ReportContent } from "@/lib/domain/progress/report/content";
import { forecastWords, leverWords, speedWords, targetWords, type Wording } from "./ahead-words";
import { classWord, peopleText, say } from "./words";

/** Reports are Vietnamese whatever language the viewer reads. */
const PAPER: Wording = { say, classes: classWord, locale: "vi" };

/** When it will be done, in a sentence for each kind of answer. */
export const forecastSentence = (end: ReportContent["end"]) => forecastWords(end, PAPER);

/** What is wanted of the unit, how quick it is, and when it will be done. */
export function aheadSentences(content: ReportContent): string[] {
  const { target, end, peoplePerDay, neededPerDay, figures } = content;
  const speeds = { open: figures.open, peoplePerDay, neededPerDay, aimed: target !== null };
  const speed = speedWords(speeds, PAPER);
  return [targetWords(target, PAPER), ...(speed ? [speed] : []), forecastSentence(end)];
}

/** More than these nobody can begin with. */
const MOST_ASKED = 4;

/** What would help most, the best first. */
export function askSentences({ levers, lateness }: ReportContent): string[] {
  const late = { overdue: peopleText(lateness.overdue) };
  return [
    ...(lateness.overdue > 0 ? [say("paper.ask.overdue", late)] : []),
    ...levers.slice(0, MOST_ASKED).map((lever) => leverWords(lever, PAPER)),
  ];
}
