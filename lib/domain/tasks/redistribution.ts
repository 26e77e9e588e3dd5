import { type Bearer, type Shared, shareOut } from "./assignment";

/** Most tasks that are given to others at once. */
export const MOST_AT_ONCE = 5000;

/** A task that is to be given to somebody, and the office whose officers may have it. */
export interface Movable extends Shared {
  office: string;
}

/** An officer of an office, with the number of tasks on their list. */
export interface Colleague extends Bearer {
  tasks: number;
}

export interface OfficerLoad {
  officerId: string;
  office: string;
  capacity: number;
  absent: boolean;
  tasks: number;
  minutes: number;
  tasksAfter: number;
  minutesAfter: number;
}

export interface Plan {
  /** tasks that change hands */
  moves: { taskId: string; from: string | null; to: string }[];
  /** tasks that stay with whoever has them, because that is even */
  kept: number;
  /** tasks for which nobody who was chosen may have them or is there */
  nobody: { taskId: string; from: string | null }[];
  loads: OfficerLoad[];
}

/** The loads of an office as if it had none of these tasks. */
function without(office: readonly Colleague[], tasks: readonly Movable[]): Colleague[] {
  return office.map((one) => {
    const own = tasks.filter((task) => task.holder === one.officerId);
    const minutes = own.reduce((sum, task) => sum + task.effort, 0);
    return { ...one, tasks: one.tasks - own.length, minutes: one.minutes - minutes };
  });
}

interface OfficePlan {
  tasks: Movable[];
  to: Map<string, string | null>;
  loads: OfficerLoad[];
}

function planOffice(
  office: string,
  of: { tasks: Movable[]; colleagues: readonly Colleague[]; chosen: ReadonlySet<string> | null },
): OfficePlan {
  const { chosen } = of;
  const may = (one: Bearer) => !one.absent && (chosen === null || chosen.has(one.officerId));
  // Nobody to give them to: nothing moves, the loads stay.
  if (!of.colleagues.some(may)) {
    const to = new Map(of.tasks.map((task) => [task.id, null]));
    return { tasks: of.tasks, to, loads: of.colleagues.map((one) => loadOf(office, one, one)) };
  }
  const left = without(of.colleagues, of.tasks);
  const { to, after } = shareOut(of.tasks, left.filter(may));
  const given = [...to.values()];
  const loads = of.colleagues.map((one, at) => {
    const then = after.find(({ officerId }) => officerId === one.officerId) ?? left[at] ?? one;
    const more = given.filter((id) => id === one.officerId).length;
    return loadOf(office, one, { minutes: then.minutes, tasks: (left[at]?.tasks ?? 0) + more });
  });
  return { tasks: of.tasks, to, loads };
}

function loadOf(
  office: string,
  one: Colleague,
  after: Pick<Colleague, "tasks" | "minutes">,
): OfficerLoad {
  const { officerId, capacity, absent, tasks, minutes } = one;
  return {
    officerId,
    office,
    capacity,
    absent,
    tasks,
    minutes,
    tasksAfter: after.tasks,
    minutesAfter: after.minutes,
  };
}

/**
 * Shares tasks out among the officers of each task's own office, or those of them that were chosen.
 * Every task is in `moves`, counted in `kept`, or in `nobody`.
 */
export function planRedistribution(
  tasks: readonly Movable[],
  offices: ReadonlyMap<string, readonly Colleague[]>,
  chosen: ReadonlySet<string> | null,
): Plan {
  const plans = [...new Set(tasks.map((task) => task.office))].map((office) =>
    planOffice(office, {
      tasks: tasks.filter((task) => task.office === office),
      colleagues: offices.get(office) ?? [],
      chosen,
    }),
  );
  const plan: Plan = { moves: [], kept: 0, nobody: [], loads: plans.flatMap((one) => one.loads) };
  for (const { tasks: own, to } of plans) {
    for (const { id: taskId, holder: from } of own) {
      const officerId = to.get(taskId) ?? null;
      if (officerId === null) plan.nobody.push({ taskId, from });
      else if (officerId === from) plan.kept += 1;
      else plan.moves.push({ taskId, from, to: officerId });
    }
  }
  return plan;
}

/** How a planned move stands when it is to be made. */
export interface Standing {
  planned: { version: number; from: string | null; to: string | null };
  now: { version: number; assignee: string | null; onList: boolean; open: boolean } | null;
  /** whoever is to have it is there */
  present: boolean;
}

export type MoveOutcome = "moved" | "held" | "changed" | "absent";

/** What becomes of a planned move: nothing is overwritten that somebody has done since. */
export function moveOutcome({ planned, now, present }: Standing): MoveOutcome {
  if (!now?.onList || now.version !== planned.version) return "changed";
  if (now.assignee !== planned.from) return "changed";
  if (now.open) return "held";
  return present ? "moved" : "absent";
}
