import { HAPPENINGS, type Happening, stepIn } from "@/lib/domain/progress/happening";
import { stepOf } from "@/lib/domain/progress/steps";
import { RESOLUTIONS, type TaskState } from "@/lib/domain/tasks/states";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { DayFilter, DayLine } from "@/lib/server/progress/day-lines";

/** "ngày 27/11/2026", or from one day to another. */
export async function periodOf({ from, to }: Pick<DayFilter, "from" | "to">): Promise<string> {
  const t = await getTranslator("progress.list.days");
  if (from === to) return t("on", { day: formatDate(from) });
  return t("between", { from: formatDate(from), to: formatDate(to) });
}

async function stepWords(): Promise<(from: TaskState, to: TaskState) => string> {
  const t = await getTranslator("progress.list.days");
  const states = await getTranslator("tasks.state");
  return (from, to) => t("step", { from: states(from), to: states(to) });
}

export async function happeningTitle(happened: Happening): Promise<string> {
  const t = await getTranslator("progress.list.days");
  const named = HAPPENINGS.find((one) => one === happened);
  if (named) return t(`title.${named}`);
  const { from, to } = stepIn(happened) ?? { from: "new", to: "new" };
  return (await stepWords())(from, to);
}

const OWN_WORDS = [
  "added",
  "opened",
  "reopened",
  "movedIn",
  "movedOut",
  "released",
  "cleared",
] as const;

/** Says of each line what happened. */
export async function eventWriter(): Promise<(line: DayLine) => string> {
  const t = await getTranslator("progress.list.days");
  const resolutions = await getTranslator("tasks.resolution");
  const wordStep = await stepWords();
  const word = (event: string) => {
    const own = OWN_WORDS.find((one) => one === event);
    if (own) return t(`event.${own}`);
    const resolution = RESOLUTIONS.find((one) => one === event);
    if (resolution) return t("closed", { how: resolutions(resolution) });
    const { from, to } = stepOf(event) ?? { from: "new", to: "new" };
    return wordStep(from, to);
  };
  return ({ event, sign, times }) => {
    const what = event === "cleared" && sign < 0 ? t("event.uncleared") : word(event);
    return times > 1 ? t("times", { what, times }) : what;
  };
}
