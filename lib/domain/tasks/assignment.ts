/** An officer whom work may be given to. */
export interface Bearer {
  officerId: string;
  /** minutes of open work on their list */
  minutes: number;
  /** minutes that they have for it in the coming days */
  capacity: number;
  /** not there today: nothing new is given to them */
  absent: boolean;
}

/** Why a task came to be on somebody's list; worded in `loads.json` under `assigned`. */
export const ASSIGNMENT_REASONS = [
  // the system: whoever has least to do for the time that they have
  "least",
  // a colleague opened it
  "taken",
  // that colleague left it without doing anything
  "givenBack",
  // somebody who looks after the work chose it
  "chosen",
  // its officer is not there
  "absence",
  // a redistribution was taken back
  "undone",
] as const;
export type AssignmentReason = (typeof ASSIGNMENT_REASONS)[number];

/** Part of the coming days that is taken; whoever has no time at all comes after everybody else. */
function fullness({ minutes, capacity }: Bearer, effort: number): number {
  return capacity > 0 ? (minutes + effort) / capacity : Number.POSITIVE_INFINITY;
}

/** Negative where `a` is to be given the work rather than `b`. */
function compare(a: Bearer, b: Bearer, of: { effort: number; holder?: string | null }): number {
  const [left, right] = [fullness(a, of.effort), fullness(b, of.effort)];
  if (left !== right) return left < right ? -1 : 1;
  if (a.minutes !== b.minutes) return a.minutes - b.minutes;
  if (a.officerId === of.holder) return -1;
  if (b.officerId === of.holder) return 1;
  return a.officerId < b.officerId ? -1 : 1;
}

/**
 * Who gets the next task of `effort` minutes: whose coming days are least full with it, then who has
 * fewer minutes, then who has it already, then by id, so that the same loads give the same answer.
 * Null when nobody is there.
 */
export function pickBearer(
  bearers: readonly Bearer[],
  effort: number,
  holder?: string | null,
): Bearer | null {
  let best: Bearer | null = null;
  for (const one of bearers) {
    if (one.absent) continue;
    if (!best || compare(one, best, { effort, holder }) < 0) best = one;
  }
  return best;
}

export interface Shared {
  id: string;
  effort: number;
  /** on whose list it is */
  holder: string | null;
}

export interface SharedOut {
  /** by task; null where nobody is there to have it */
  to: Map<string, string | null>;
  /** the loads afterwards, in the given order */
  after: Bearer[];
}

/**
 * Shares tasks out evenly. The loads given are those without these tasks. The largest first, so that
 * the small ones even out what is left.
 */
export function shareOut(tasks: readonly Shared[], bearers: readonly Bearer[]): SharedOut {
  const after = bearers.map((one) => ({ ...one }));
  const to = new Map<string, string | null>();
  const ordered = tasks.toSorted((a, b) => b.effort - a.effort || (a.id < b.id ? -1 : 1));
  for (const task of ordered) {
    const bearer = pickBearer(after, task.effort, task.holder);
    if (bearer) bearer.minutes += task.effort;
    to.set(task.id, bearer?.officerId ?? null);
  }
  return { to, after };
}
