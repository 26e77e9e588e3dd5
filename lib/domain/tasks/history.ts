import type { Force } from "@/lib/domain/access/roles";
import { type Before, type Step, type StepSubject, step, type TaskEvent } from "./flow";
import type { Owner, Resolution, TaskState } from "./states";

/**
 * Single steps of a person: each can be undone within seconds, by whoever took it. A disputed line is
 * none: it goes with the receiving of a whole list, which the other office has in hand at once.
 */
export const UNDOABLE: readonly TaskEvent[] = [
  "survey",
  "cannotFind",
  "confirm",
  "rejectCandidate",
  "registryError",
  "giveUp",
  "return",
  "direct",
  "approve",
  "hold",
  "resume",
  "transfer",
  "accept",
  "refuse",
  "recall",
  "reportSystem",
  "duplicate",
  "withdraw",
  "reopen",
];

/** One event of a history, with what was decided by it. */
export interface Happened {
  event: TaskEvent;
  by: Owner;
  /** the force that a superior chose */
  route?: Force;
  proposed?: Resolution | null;
  sampled?: boolean;
}

/** A task as an event leaves it: what the server keeps in the columns of its row. */
export function after(
  task: StepSubject,
  { event, route, proposed, sampled }: Happened,
  next: Step & { ok: true },
): StepSubject {
  const undone = event === "undo" ? task.previous : null;
  const kept = next.to === "approving" ? (proposed ?? task.proposed ?? null) : null;
  return {
    state: next.to,
    firstForce: route ?? task.firstForce,
    resumeTo: next.resumeTo,
    proposed: undone ? undone.proposed : kept,
    sampled: sampled ?? task.sampled ?? false,
    previous: previousAfter(task, event),
  };
}

/** The step by which the system gives out what a person has just opened or taken over: a part of theirs. */
export const GOES_WITH: TaskEvent = "assign";

function previousAfter(task: StepSubject, event: TaskEvent): Before | null {
  if (event === GOES_WITH) return task.previous ?? null;
  return UNDOABLE.includes(event) ? beforeOf(task) : null;
}

function beforeOf({ state, resumeTo, proposed }: StepSubject): Before {
  return { state, resumeTo: resumeTo ?? null, proposed: proposed ?? null };
}

/** The state that a history adds up to; null for a history that the table doesn't allow. */
export function stateAfter(firstForce: Force, history: readonly Happened[]): TaskState | null {
  let task: StepSubject = { state: "new", firstForce };
  for (const happened of history) {
    const subject = {
      ...task,
      firstForce: happened.route ?? task.firstForce,
      sampled: happened.sampled ?? task.sampled,
    };
    const next = step(subject, happened.event, happened.by);
    if (!next.ok) return null;
    task = after(subject, happened, next);
  }
  return task.state;
}
