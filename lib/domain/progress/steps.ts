import { PROPOSABLE, TASK_STATES, type TaskState } from "@/lib/domain/tasks/states";

/** How many tasks went from one step to another. */
export interface Step {
  from: TaskState;
  to: TaskState;
  people: number;
}

/**
 * The step that an event is: "a>b" as it stands. By the flow of a task, what is corrected is closed once it is
 * written back, and what is proposed to be closed once that is approved. Null of what is no step.
 */
export function stepOf(event: string): Omit<Step, "people"> | null {
  if (event === "corrected") return { from: "publishing", to: "closed" };
  if ((PROPOSABLE as readonly string[]).includes(event)) return { from: "approving", to: "closed" };
  const [from, to] = event.split(">").map(stateOf);
  return from && to ? { from, to } : null;
}

const stateOf = (word: string) => TASK_STATES.find((state) => state === word);

/** Events that a step is known by: see `stepOf`. */
export function eventsOf({ from, to }: Omit<Step, "people">): string[] {
  const ends = ["corrected", ...PROPOSABLE].filter((event) => {
    const step = stepOf(event);
    return step?.from === from && step.to === to;
  });
  return [`${from}>${to}`, ...ends];
}

/** Adds what happened to the steps, where it is one. */
export function addStep(steps: Step[], event: string, people: number): void {
  const step = stepOf(event);
  if (!step) return;
  const known = steps.find(({ from, to }) => from === step.from && to === step.to);
  if (known) known.people += people;
  else steps.push({ ...step, people });
}
