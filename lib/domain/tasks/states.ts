import type { Force } from "@/lib/domain/access/roles";

export const TASK_STATES = [
  "new",
  "surveying",
  "verifying",
  "handover",
  "correcting",
  "rematching",
  "approving",
  "publishing",
  "waiting",
  "transferring",
  "disputed",
  "closed",
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Who may have a task: a force of its unit, or one of those who look on from outside. */
export const OWNERS = [
  "hamlet",
  "police",
  "health",
  // another officer, who had no part in it
  "approver",
  // the unit that is asked to take it over
  "receiver",
  // whoever looks after the area
  "coordinator",
  "system",
] as const;
export type Owner = (typeof OWNERS)[number];

/** Whose work a task is in each state; a waiting one stays with whoever holds it: see `ownerOf`. */
export const STATE_OWNER: Record<TaskState, Owner> = {
  new: "system",
  surveying: "hamlet",
  verifying: "police",
  handover: "police",
  correcting: "health",
  rematching: "system",
  approving: "approver",
  publishing: "system",
  waiting: "system",
  transferring: "receiver",
  disputed: "system",
  closed: "system",
};

export const RESOLUTIONS = [
  "corrected",
  "falseMismatch",
  "insufficient",
  "duplicate",
  "deceased",
  "notApplicable",
  "withdrawn",
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Closings that one officer proposes and another approves. */
export const PROPOSABLE = ["insufficient", "deceased", "notApplicable"] as const;
export type Proposable = (typeof PROPOSABLE)[number];

/** The state in which a force has a task. */
export const STATE_OF_FORCE: Record<Force, TaskState> = {
  hamlet: "surveying",
  police: "verifying",
  health: "correcting",
};

export const OPEN_STATES = TASK_STATES.filter((state) => state !== "closed");

/** Whose work a task is; one that waits stays with whoever had it. */
export function ownerOf(task: { state: TaskState; resumeTo?: TaskState | null }): Owner {
  if (task.state === "waiting" && task.resumeTo) return STATE_OWNER[task.resumeTo];
  return STATE_OWNER[task.state];
}
