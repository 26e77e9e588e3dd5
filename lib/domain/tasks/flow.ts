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
  "disputed",
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
  disputed: "system",
  closed: "system",
};

interface Transition {
  from: readonly TaskState[];
  /**
   * `route` stands for the state of the force that the routing rule chose, `resume` for the state
   * that the task had left for a while; where it had left none, whoever corrects has it next.
   */
  to: TaskState | "route" | "resume";
  /** `owner` stands for whoever owns the state that the task is in. */
  by: readonly (Owner | "owner")[];
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
  fail: { from: ["rematching"], to: "resume", by: ["system"] },
  published: { from: ["publishing"], to: "closed", by: ["system"] },
  undo: { from: ["publishing"], to: "correcting", by: ["health"] },
  reopen: { from: ["closed"], to: "new", by: ["police", "health", "system"] },
  // "Báo hệ thống nhầm": the centre looks at it, and the task waits where it came from.
  reportSystem: { from: ["surveying", "verifying", "correcting"], to: "disputed", by: ["owner"] },
  upheld: { from: ["disputed"], to: "rematching", by: ["system"] },
  rejected: { from: ["disputed"], to: "resume", by: ["system"] },
  // A new model accepts the record as it is.
  release: {
    from: ["new", "surveying", "verifying", "handover", "correcting", "publishing", "disputed"],
    to: "rematching",
    by: ["system"],
  },
  withdraw: {
    from: ["new", "surveying", "verifying", "handover", "correcting", "publishing", "disputed"],
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
  | { ok: true; to: TaskState; owner: Owner; resumeTo: TaskState | null }
  | { ok: false; reason: "wrongState" | "wrongForce" };

export interface StepSubject {
  state: TaskState;
  firstForce: Force;
  /** the state that the task left for a while, and goes back to */
  resumeTo?: TaskState | null;
}

/** Events after which the task remembers where it was. */
const LEAVING: readonly TaskEvent[] = ["reportSystem", "upheld", "release"];

function resumeAfter(task: StepSubject, event: TaskEvent): TaskState | null {
  return LEAVING.includes(event) ? (task.resumeTo ?? task.state) : null;
}

function targetOf(task: StepSubject, to: Transition["to"]): TaskState {
  if (to === "route") return STATE_OF_FORCE[task.firstForce];
  return to === "resume" ? (task.resumeTo ?? "correcting") : to;
}

/** Whether the table lets `by` start `event` in `state`. */
function isAllowed(transition: Transition, state: TaskState, by: Owner): boolean {
  return transition.by.some((one) => (one === "owner" ? STATE_OWNER[state] === by : one === by));
}

/** What `event` by `by` makes of a task; refuses every pair that the table doesn't list. */
export function step(task: StepSubject, event: TaskEvent, by: Owner): Step {
  const transition: Transition = TASK_FLOW[event];
  if (!transition.from.includes(task.state)) return { ok: false, reason: "wrongState" };
  if (!isAllowed(transition, task.state, by)) return { ok: false, reason: "wrongForce" };
  const to = targetOf(task, transition.to);
  return { ok: true, to, owner: STATE_OWNER[to], resumeTo: resumeAfter(task, event) };
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
  let task: StepSubject = { state: "new", firstForce };
  for (const { event, by } of history) {
    const next = step(task, event, by);
    if (!next.ok) return null;
    task = { state: next.to, firstForce, resumeTo: next.resumeTo };
  }
  return task.state;
}

export const OPEN_STATES = TASK_STATES.filter((state) => state !== "closed");
