import type { Force } from "@/lib/domain/access/roles";
import { GUARDS, type Guard, type TaskFacts } from "./guards";
import {
  type Owner,
  ownerOf,
  type Resolution,
  STATE_OF_FORCE,
  STATE_OWNER,
  type TaskState,
} from "./states";

/**
 * Where an arrow leads, when that isn't one state: `route` to the force that the rule (or a
 * superior) chose, `resume` back to what the task had left (whoever corrects, where it had left
 * nothing), `passed` to approval where the sample says so, `approved` to what was proposed,
 * `previous` to where it was before the last event.
 */
type Target = TaskState | "route" | "resume" | "passed" | "approved" | "previous";

interface Arrow {
  from: readonly TaskState[];
  to: Target;
  /** `owner` is whoever owns the state that the task is in, `left` whoever owns what it had left. */
  by: readonly (Owner | "owner" | "left")[];
  guards?: readonly Guard[];
}

const WORKED = ["surveying", "verifying", "correcting"] as const;
/** States in which nobody is in the middle of a comparison. */
const OPEN_STILL = [
  "new",
  ...WORKED,
  "handover",
  "approving",
  "publishing",
  "waiting",
  "disputed",
] as const;

/**
 * The whole workflow of a task, and the only place to change it: it guards the server, draws the
 * buttons and the documentation's diagram, and is the list against which the tests refuse every
 * pair that isn't in it.
 */
export const TASK_FLOW = {
  assign: [{ from: ["new"], to: "route", by: ["system"] }],
  // A station may write down the result itself where no hamlet team has been set up.
  survey: [{ from: ["surveying"], to: "verifying", by: ["hamlet", "health"], guards: ["read"] }],
  // Nobody found after every attempt: somebody else looks at it before it is closed.
  cannotFind: [
    {
      from: ["surveying"],
      to: "approving",
      by: ["hamlet", "health"],
      guards: ["read", "attemptsUsed"],
    },
  ],
  confirm: [{ from: ["verifying"], to: "handover", by: ["police"], guards: ["read"] }],
  rejectCandidate: [{ from: ["verifying"], to: "verifying", by: ["police"], guards: ["read"] }],
  // The registry is wrong: waits for a newer reading of that person, then is compared by itself.
  registryError: [{ from: ["verifying"], to: "waiting", by: ["police"], guards: ["read"] }],
  newReading: [{ from: ["waiting"], to: "rematching", by: ["system"], guards: ["forReading"] }],
  giveUp: [
    { from: ["verifying"], to: "approving", by: ["police"], guards: ["read", "attemptsUsed"] },
  ],
  receive: [{ from: ["handover"], to: "correcting", by: ["health"], guards: ["listed"] }],
  disputeLine: [{ from: ["handover"], to: "verifying", by: ["health"], guards: ["listed"] }],
  submit: [{ from: ["correcting"], to: "rematching", by: ["health"], guards: ["read"] }],
  return: [
    { from: ["correcting"], to: "verifying", by: ["health"], guards: ["read", "notEscalated"] },
    {
      from: ["approving"],
      to: "resume",
      by: ["approver"],
      guards: ["notOwnWork", "approversTurn"],
    },
  ],
  // Three returns: the level above says who does what next.
  direct: [{ from: [...WORKED], to: "route", by: ["coordinator"], guards: ["escalated"] }],
  pass: [{ from: ["rematching"], to: "passed", by: ["system"] }],
  fail: [{ from: ["rematching"], to: "resume", by: ["system"] }],
  approve: [
    {
      from: ["approving"],
      to: "approved",
      by: ["approver"],
      guards: ["notOwnWork", "approversTurn"],
    },
  ],
  published: [{ from: ["publishing"], to: "closed", by: ["system"] }],
  hold: [{ from: [...WORKED], to: "waiting", by: ["owner"], guards: ["read"] }],
  resume: [{ from: ["waiting"], to: "resume", by: ["left", "system"] }],
  transfer: [
    { from: [...WORKED], to: "transferring", by: ["owner"], guards: ["read"] },
    { from: ["new"], to: "transferring", by: ["coordinator"] },
  ],
  accept: [{ from: ["transferring"], to: "new", by: ["receiver"] }],
  refuse: [{ from: ["transferring"], to: "resume", by: ["receiver"] }],
  recall: [{ from: ["transferring"], to: "resume", by: ["left", "coordinator"] }],
  // "Báo hệ thống nhầm": the centre looks at it, and the task waits where it came from.
  reportSystem: [{ from: [...WORKED], to: "disputed", by: ["owner"], guards: ["read"] }],
  upheld: [{ from: ["disputed"], to: "rematching", by: ["system"] }],
  rejected: [{ from: ["disputed"], to: "resume", by: ["system"] }],
  // A record of somebody who has another one that stays.
  duplicate: [{ from: ["new", ...WORKED, "waiting"], to: "closed", by: ["health", "coordinator"] }],
  // A new model accepts the record as it is.
  release: [{ from: [...OPEN_STILL], to: "rematching", by: ["system"] }],
  // Its source has withdrawn the record, or it was made by mistake.
  withdraw: [{ from: [...OPEN_STILL, "transferring"], to: "closed", by: ["coordinator"] }],
  undo: [
    // A sending is taken back until the record is in a file for its source.
    { from: ["publishing"], to: "correcting", by: ["health"] },
    // Any other single step: by whoever took it, within seconds.
    {
      from: [
        "new",
        ...WORKED,
        "handover",
        "approving",
        "waiting",
        "transferring",
        "disputed",
        "closed",
      ],
      to: "previous",
      by: ["hamlet", "police", "health", "approver", "coordinator", "receiver"],
      guards: ["notMerged", "justNow"],
    },
    { from: ["publishing"], to: "previous", by: ["approver"], guards: ["justNow"] },
  ],
  // A bulk is taken back as a whole within a day: each of its tasks to where the bulk found it.
  takeBack: [
    { from: ["approving"], to: "correcting", by: ["health"], guards: ["ofBulk"] },
    { from: ["handover"], to: "verifying", by: ["police"], guards: ["ofBulk"] },
  ],
  // A record closed as a duplicate comes back with its merge, which is undone as a whole.
  reopen: [
    {
      from: ["closed"],
      to: "new",
      by: ["police", "health", "coordinator", "system"],
      guards: ["notMerged"],
    },
  ],
} as const satisfies Record<string, readonly Arrow[]>;

export type TaskEvent = keyof typeof TASK_FLOW;
export const TASK_EVENTS = Object.keys(TASK_FLOW) as TaskEvent[];

/** The arrows of an event, as the table has them. */
export function arrowsOf(event: TaskEvent): readonly Arrow[] {
  return TASK_FLOW[event];
}

export type Step =
  | { ok: true; to: TaskState; owner: Owner; resumeTo: TaskState | null }
  | { ok: false; reason: "wrongState" | "wrongForce" | Guard };

export interface Before {
  state: TaskState;
  resumeTo: TaskState | null;
  proposed: Resolution | null;
}

export interface StepSubject {
  state: TaskState;
  firstForce: Force;
  /** the state that the task left for a while, and goes back to */
  resumeTo?: TaskState | null;
  /** the closing that waits for approval */
  proposed?: Resolution | null;
  /** the sample has chosen it: another officer looks at the correction */
  sampled?: boolean;
  /** where it was before the last event, while that can be undone */
  previous?: Before | null;
  /** what the guards ask about; without them no guard is asked */
  facts?: TaskFacts;
}

/** Events after which the task remembers where it was. */
const LEAVING: readonly TaskEvent[] = [
  "reportSystem",
  "upheld",
  "release",
  "newReading",
  "hold",
  "registryError",
  "transfer",
  "cannotFind",
  "giveUp",
];

/** A state in which somebody works on a task; null for any other. */
function workedOn(state: TaskState | null | undefined): TaskState | null {
  return WORKED.find((one) => one === state) ?? null;
}

function resumeAfter(task: StepSubject, event: TaskEvent, to: TaskState): TaskState | null {
  if (event === "undo") return to === task.previous?.state ? task.previous.resumeTo : null;
  // A correction that is not approved goes back to whoever sent it.
  if (event === "pass" && to === "approving") return workedOn(task.resumeTo) ?? "correcting";
  return LEAVING.includes(event) ? (task.resumeTo ?? task.state) : null;
}

const TARGETS: Record<Exclude<Target, TaskState>, (task: StepSubject) => TaskState | null> = {
  route: (task) => STATE_OF_FORCE[task.firstForce],
  resume: (task) => task.resumeTo ?? "correcting",
  passed: (task) => (task.sampled ? "approving" : "publishing"),
  approved: (task) => (task.proposed ? "closed" : "publishing"),
  previous: (task) => task.previous?.state ?? null,
};

function targetOf(task: StepSubject, to: Target): TaskState | null {
  return to in TARGETS ? TARGETS[to as keyof typeof TARGETS](task) : (to as TaskState);
}

/** Whether the table lets `by` take this arrow. */
function isAllowed(arrow: Arrow, task: StepSubject, by: Owner): boolean {
  return arrow.by.some((one) => {
    if (one === "owner") return STATE_OWNER[task.state] === by;
    if (one === "left") return STATE_OWNER[task.resumeTo ?? task.state] === by;
    return one === by;
  });
}

/** What `event` by `by` makes of a task; refuses every pair that the table doesn't list. */
export function step(task: StepSubject, event: TaskEvent, by: Owner): Step {
  const arrows = arrowsOf(event).filter((one) => one.from.includes(task.state));
  if (arrows.length === 0) return { ok: false, reason: "wrongState" };
  const arrow = arrows.find((one) => isAllowed(one, task, by));
  if (!arrow) return { ok: false, reason: "wrongForce" };
  const { facts } = task;
  const refused = facts && arrow.guards?.find((guard) => !GUARDS[guard](facts));
  if (refused) return { ok: false, reason: refused };
  const to = targetOf(task, arrow.to);
  if (to === null) return { ok: false, reason: "justNow" };
  const resumeTo = resumeAfter(task, event, to);
  return { ok: true, to, owner: ownerOf({ state: to, resumeTo }), resumeTo };
}

/** The events that a force may start now: what the screen offers as buttons. */
export function eventsFor(task: StepSubject, by: Owner): TaskEvent[] {
  return TASK_EVENTS.filter((event) => step(task, event, by).ok);
}
