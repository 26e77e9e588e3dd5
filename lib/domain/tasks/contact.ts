import type { Force } from "@/lib/domain/access/roles";
import type { TaskState } from "./states";

/** Ways to reach a person. */
export const CONTACT_KINDS = ["phone", "visit", "formerResidence", "other"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What came of it. */
export const CONTACT_OUTCOMES = [
  "reached",
  "notHome",
  "noAnswer",
  "wrongNumber",
  "moved",
  "unknownPerson",
  "refused",
  "deceased",
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Outcomes that only a call can have. */
const OF_PHONE: readonly ContactOutcome[] = ["noAnswer", "wrongNumber"];

/** Nobody "does not pick up" at the door, and nobody is "not at home" on a call. */
export function mayComeOf(kind: ContactKind, outcome: ContactOutcome): boolean {
  if (outcome === "notHome") return kind !== "phone";
  return kind === "phone" || kind === "other" || !OF_PHONE.includes(outcome);
}

interface Standing {
  state: TaskState;
  resumeTo: TaskState | null;
}

/** Where a task is worked on; one that waits for an appointment is where it had been. */
export function workedState({ state, resumeTo }: Standing): TaskState {
  return state === "waiting" && resumeTo ? resumeTo : state;
}

const WHO: Partial<Record<TaskState, readonly Force[]>> = {
  // A station goes itself where no hamlet team has been set up.
  surveying: ["hamlet", "health"],
  verifying: ["police"],
  correcting: ["health"],
};

/** Whether a force may write down that it tried to reach the person. */
export function mayContact(task: Standing, force: Force | null): boolean {
  return force !== null && (WHO[workedState(task)]?.includes(force) ?? false);
}

/** How many attempts are still missing before "not enough information" may be proposed. */
export function attemptsLeft(attempts: number, needed: number): number {
  return Math.max(0, needed - attempts);
}
