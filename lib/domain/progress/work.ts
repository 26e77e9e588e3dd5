import type { Force, Role } from "@/lib/domain/access/roles";
import type { TaskState } from "@/lib/domain/tasks/states";

/** Open tasks of one state in the viewer's area. */
export interface StateWork {
  state: TaskState;
  people: number;
  mine: number;
  overdue: number;
  mineOverdue: number;
  /** the earliest day on which one is due, yyyy-MM-dd: of all, and of the officer's own */
  dueOn?: string | null;
  mineDueOn?: string | null;
  /** the officer's own that came back with a reason which they have not read, and the first of them */
  returned?: number;
  firstReturned?: string | null;
}

/** What an officer of a force finds in their unit. */
export interface ForceCounts {
  states: StateWork[];
  /** confirmed records that are on no list yet */
  unsigned: number;
  /** records on signed lists that nobody has received */
  unreceived: number;
  /** signed lists that nobody has received */
  lists: number;
  /** the officer's reports of a mistaken system that were answered in the last week */
  answered: number;
  /** citizens' requests that nobody has answered, and those past their 48 hours */
  requests: number;
  requestsOverdue: number;
}

/** What somebody who looks after an area finds in it. Zero where it isn't theirs to know. */
export interface AreaCounts {
  failedImports: number;
  notCompared: number;
  undecided: number;
  readyToPublish: number;
  unloaded: number;
  overdue: number;
  stuck: number;
  /** went back and forth until somebody above has to decide */
  escalated: number;
  /** reports of a mistaken system, at the centre */
  disputed: number;
  communesWithoutHealth: number;
  communesWithoutPolice: number;
  refusals: number;
  /** figures that the last check found to differ from the rows, at the centre */
  figuresOff: number;
}

/** A line of the home page: what to do and how much of it; worded in `home.json`. */
export interface WorkLine<Code extends string = string> {
  code: Code;
  people: number;
  overdue: number;
  /** the earliest day on which one of them is due, yyyy-MM-dd */
  dueOn?: string;
  /** the one task to begin with, where there is no list of just these */
  taskId?: string;
}

export type ForceTodo = "returned" | "mine" | "unit" | "sign" | "receive" | "requests" | "answered";
/** In the order of the work. */
const WAITING = [
  "new",
  "surveying",
  "verifying",
  "unsigned",
  "unreceived",
  "correcting",
  "rematching",
  "approving",
  "waiting",
  "transferring",
  "disputed",
  "publishing",
] as const;
export type Waiting = (typeof WAITING)[number];

export interface ForceWork {
  /** what the sentence on top says: the officer's own, or else the unit's */
  remaining: { whose: "mine" | "unit"; people: number; overdue: number } | null;
  todo: WorkLine<ForceTodo>[];
  waiting: WorkLine<Waiting>[];
}

/** More than five lines are no answer to "what do I do next?". */
const MOST_LINES = 5;

export const WORK_STATE: Record<Force, TaskState> = {
  hamlet: "surveying",
  police: "verifying",
  health: "correcting",
};

const dueBy = (day: string | null | undefined) => (day ? { dueOn: day } : {});

/** What came back is read before anything else: somebody waits for it. */
function returnedLine(states: readonly StateWork[]): WorkLine<ForceTodo>[] {
  const people = states.reduce((sum, one) => sum + (one.returned ?? 0), 0);
  const first = states.find((one) => one.firstReturned)?.firstReturned;
  return [{ ...line<ForceTodo>("returned", people), ...(first ? { taskId: first } : {}) }];
}

const NOTHING: Omit<StateWork, "state"> = { people: 0, mine: 0, overdue: 0, mineOverdue: 0 };

function remainingOf(own: Omit<StateWork, "state">): ForceWork["remaining"] {
  if (own.mine > 0) return { whose: "mine", people: own.mine, overdue: own.mineOverdue };
  if (own.people > 0) return { whose: "unit", people: own.people, overdue: own.overdue };
  return null;
}

function handoverLine(force: Force, counts: ForceCounts): WorkLine<ForceTodo>[] {
  if (force === "police") return [{ code: "sign", people: counts.unsigned, overdue: 0 }];
  if (force === "health") return [{ code: "receive", people: counts.lists, overdue: 0 }];
  return [];
}

const line = <Code extends string>(code: Code, people: number, overdue = 0): WorkLine<Code> => ({
  code,
  people,
  overdue,
});

function some<Code extends string>(lines: WorkLine<Code>[]): WorkLine<Code>[] {
  return lines.filter((one) => one.people > 0).slice(0, MOST_LINES);
}

/** What waits for others, step by step; whatever the officer's own force does is left out. */
function waitingOf(force: Force, counts: ForceCounts): WorkLine<Waiting>[] {
  const own = WORK_STATE[force];
  const lines = counts.states.flatMap(({ state, people, overdue }) => {
    if (state === own || state === "closed" || state === "handover") return [];
    return [line<Waiting>(state, people, overdue)];
  });
  if (force !== "police") lines.push(line("unsigned", counts.unsigned));
  if (force !== "health") lines.push(line("unreceived", counts.unreceived));
  return lines
    .filter((one) => one.people > 0)
    .sort((a, b) => WAITING.indexOf(a.code) - WAITING.indexOf(b.code));
}

/** What an officer of a force does next, and what waits for the others. */
export function forceWork(force: Force, counts: ForceCounts): ForceWork {
  const own = counts.states.find(({ state }) => state === WORK_STATE[force]) ?? NOTHING;
  const units = { ...line<ForceTodo>("unit", own.people, own.overdue), ...dueBy(own.dueOn) };
  const todo = [
    ...returnedLine(counts.states),
    { ...line<ForceTodo>("mine", own.mine, own.mineOverdue), ...dueBy(own.mineDueOn) },
    ...(own.people > own.mine ? [units] : []),
    ...handoverLine(force, counts),
    line<ForceTodo>("requests", counts.requests, counts.requestsOverdue),
    line<ForceTodo>("answered", counts.answered),
  ];
  return { remaining: remainingOf(own), todo: some(todo), waiting: waitingOf(force, counts) };
}

export type AreaTodo = keyof AreaCounts;

/** In the order in which they hold others up. */
const AREA_LINES: Partial<Record<Role, readonly AreaTodo[]>> = {
  coordinator: [
    "failedImports",
    "disputed",
    "escalated",
    "undecided",
    "stuck",
    "unloaded",
    "readyToPublish",
    "overdue",
    "notCompared",
  ],
  leader: ["overdue", "stuck"],
  admin: ["figuresOff", "communesWithoutHealth", "communesWithoutPolice", "refusals"],
  auditor: ["refusals"],
};

/** What somebody who looks after an area does next. */
export function areaWork(role: Role, counts: AreaCounts): WorkLine<AreaTodo>[] {
  return some((AREA_LINES[role] ?? []).map((code) => line(code, counts[code])));
}
