import type { Force } from "@/lib/domain/access/roles";

/**
 * The whole workflow of a task, and the only place to change it: it guards the server, draws the
 * buttons, and is the list against which the tests refuse every pair that isn't in it.
 */
export const TASK_STATES = [
  "new",
  "surveying",
  "verifying",
  "handover",
  "correcting",
  "rematching",
  "publishing",
  "closed",
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export type Owner = Force | "system";

/** Whose work a task is in each state. */
export const STATE_OWNER: Record<TaskState, Owner> = {
  new: "system",
  surveying: "hamlet",
  verifying: "police",
  handover: "police",
  correcting: "health",
  rematching: "system",
  publishing: "system",
  closed: "system",
};

interface Transition {
  from: readonly TaskState[];
  /** `route` stands for the state of the force that the routing rule chose. */
  to: TaskState | "route";
  by: readonly Owner[];
}

export const TASK_FLOW = {
  assign: { from: ["new"], to: "route", by: ["system"] },
  // A station may write down the result itself where no hamlet team has been set up.
  survey: { from: ["surveying"], to: "verifying", by: ["hamlet", "health"] },
  confirm: { from: ["verifying"], to: "handover", by: ["police"] },
  rejectCandidate: { from: ["verifying"], to: "verifying", by: ["police"] },
  receive: { from: ["handover"], to: "correcting", by: ["health"] },
  disputeLine: { from: ["handover"], to: "verifying", by: ["health"] },
  submit: { from: ["correcting"], to: "rematching", by: ["health"] },
  return: { from: ["correcting"], to: "verifying", by: ["health"] },
  pass: { from: ["rematching"], to: "publishing", by: ["system"] },
  fail: { from: ["rematching"], to: "correcting", by: ["system"] },
  published: { from: ["publishing"], to: "closed", by: ["system"] },
  undo: { from: ["publishing"], to: "correcting", by: ["health"] },
  reopen: { from: ["closed"], to: "new", by: ["police", "health", "system"] },
  withdraw: {
    from: ["new", "surveying", "verifying", "handover", "correcting", "publishing"],
    to: "closed",
    by: ["system"],
  },
} as const satisfies Record<string, Transition>;

export type TaskEvent = keyof typeof TASK_FLOW;
export const TASK_EVENTS = Object.keys(TASK_FLOW) as TaskEvent[];

export const RESOLUTIONS = ["corrected", "falseMismatch", "withdrawn"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

const STATE_OF_FORCE: Record<Force, TaskState> = {
  hamlet: "surveying",
  police: "verifying",
  health: "correcting",
};

export type Step =
  | { ok: true; to: TaskState; owner: Owner }
  | { ok: false; reason: "wrongState" | "wrongForce" };

export interface StepSubject {
  state: TaskState;
  firstForce: Force;
}

/** What `event` by `by` makes of a task; refuses every pair that the table doesn't list. */
export function step(task: StepSubject, event: TaskEvent, by: Owner): Step {
  const transition: Transition = TASK_FLOW[event];
  if (!transition.from.includes(task.state)) return { ok: false, reason: "wrongState" };
  if (!transition.by.includes(by)) return { ok: false, reason: "wrongForce" };
  const to = transition.to === "route" ? STATE_OF_FORCE[task.firstForce] : transition.to;
  return { ok: true, to, owner: STATE_OWNER[to] };
}

/** The events that a force may start now: what the screen offers as buttons. */
export function eventsFor(task: StepSubject, by: Owner): TaskEvent[] {
  return TASK_EVENTS.filter((event) => step(task, event, by).ok);
}

/** The state that a history adds up to; null for a history that the table doesn't allow. */
export function stateAfter(
  firstForce: Force,
  history: readonly { event: TaskEvent; by: Owner }[],
): TaskState | null {
  let state: TaskState = "new";
  for (const { event, by } of history) {
    const next = step({ state, firstForce }, event, by);
    if (!next.ok) return null;
    state = next.to;
  }
  return state;
}

export const OPEN_STATES = TASK_STATES.filter((state) => state !== "closed");
