import type { DifferenceClass, IdentityField, Outcome } from "@/lib/domain/matching/vocabulary";
import type { Owner, TaskState } from "@/lib/domain/tasks/states";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressLine } from "@/lib/server/progress/lines";

/** A line in the reader's language. */
export interface WordedLine {
  key: string;
  recordCode: string;
  unitName: string;
  /** why the record differs */
  reason: string;
  /** where the work stands; of a record without work, what the engine said */
  step: string;
  tone: "waiting" | "settled" | "neutral";
  force: string;
  age: string;
  overdue: boolean;
}

const NOTHING = "–";

function toneOf({ state }: ProgressLine): WordedLine["tone"] {
  if (!state) return "neutral";
  return state === "closed" ? "settled" : "waiting";
}

/** Says why a record differs: the field and the class of its difference. */
export async function reasonWriter(): Promise<
  (line: Pick<ProgressLine, "mainClass" | "mainField">) => string
> {
  const t = await getTranslator("progress.list");
  const classes = await getTranslator("common.compare.class");
  const fields = await getTranslator("common.compare.fields");
  return ({ mainClass, mainField }) => {
    if (!mainClass) return NOTHING;
    const difference = classes(mainClass as DifferenceClass);
    if (!mainField) return difference;
    return t("reason", { field: fields(mainField as IdentityField), difference });
  };
}

async function steps(): Promise<(line: ProgressLine) => string> {
  const states = await getTranslator("tasks.state");
  const outcomes = await getTranslator("matching.outcome");
  const t = await getTranslator("progress.figure");
  return ({ state, outcome }) => {
    if (state) return states(state as TaskState);
    return outcome ? outcomes(outcome as Outcome) : t("notCompared");
  };
}

/** Words the lines of a page. */
export async function wordLines(lines: readonly ProgressLine[]): Promise<WordedLine[]> {
  const t = await getTranslator("progress.list");
  const forces = await getTranslator("tasks.force");
  const [reasonOf, stepOf] = [await reasonWriter(), await steps()];
  return lines.map((line) => ({
    key: line.key,
    recordCode: line.recordCode,
    unitName: line.unitName,
    reason: reasonOf(line),
    step: stepOf(line),
    tone: toneOf(line),
    force: line.force ? forces(line.force as Owner) : NOTHING,
    age: t("age", { days: line.days }),
    overdue: line.overdue,
  }));
}
