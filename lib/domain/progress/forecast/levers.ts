import type { Day } from "@/lib/domain/tasks/capacity";
import { workingDaysBetween } from "@/lib/domain/units/work-calendar";
import { daysAhead } from "./ahead";
import { endAtSpeed, type From, type Steady } from "./steady";

/** Something that would help: minutes that fall away at once, or minutes more on every working day. */
export interface Candidate {
  kind: "people" | "rule" | "transfer" | "office";
  minutes?: number;
  perDay?: number;
  tasks: number;
  /** what it is about, in the caller's words: a unit, a cluster */
  ref: string;
}

export interface Lever extends Candidate {
  /** working days by which the end comes nearer; null where without it there is no end in five years */
  saved: number | null;
  /** the likely end with it alone */
  end: Day;
}

const LEAST_SAVED = 1;

/** Those that give an end where there is none first, then by what they save; nearer ends, then names. */
function byHelp(one: Lever, other: Lever): number {
  const helps = (lever: Lever) => lever.saved ?? Number.MAX_SAFE_INTEGER;
  const difference = helps(other) - helps(one);
  if (difference !== 0) return difference;
  if (one.end !== other.end) return one.end < other.end ? -1 : 1;
  return one.ref < other.ref ? -1 : Number(one.ref > other.ref);
}

/**
 * What helps most, each thing by itself: two together save less than the sum. The speed stays as it is
 * but for the candidate. What saves less than a working day is left out. A transfer's minutes are
 * somebody else's afterwards, not done.
 */
export function leversOf(of: Steady & From & { candidates: readonly Candidate[] }): Lever[] {
  const part = daysAhead(of.today, of);
  const now = endAtSpeed(of, of, part);
  return of.candidates
    .flatMap((candidate): Lever[] => {
      const remaining = of.remaining - Math.max(0, candidate.minutes ?? 0);
      const perDay = of.perDay + Math.max(0, candidate.perDay ?? 0);
      const end = endAtSpeed({ ...of, remaining, perDay }, of, part);
      if (end === null) return [];
      const saved = now === null ? null : workingDaysBetween(end, now, of.calendar);
      return saved === null || saved >= LEAST_SAVED ? [{ ...candidate, saved, end }] : [];
    })
    .toSorted(byHelp);
}
