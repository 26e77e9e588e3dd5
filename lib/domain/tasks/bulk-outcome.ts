/**
 * What became of a row of a bulk. Every row ends in one of these:
 * `applied`; `notAccepted`: corrected and compared again, and it still differs; `skippedOpen`: somebody has
 * it open; `changed`: somebody moved it since the list was made; `refused`: a guard said no, with its reason.
 */
export const BULK_OUTCOMES = [
  "applied",
  "notAccepted",
  "skippedOpen",
  "changed",
  "refused",
] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];

/** Rows in which something was changed, and which an undo takes back. */
export const WORKED_OUTCOMES: readonly BulkOutcome[] = ["applied", "notAccepted"];

/**
 * What became of a row when the whole was taken back: `undone`; `open`: somebody has it open;
 * `touched`: somebody went on with it; `listed`: it is on a signed list; `inFile`: in a file for the source;
 * `published`: the source has it.
 */
export const UNDO_OUTCOMES = [
  "undone",
  "open",
  "touched",
  "listed",
  "inFile",
  "published",
] as const;
export type UndoOutcome = (typeof UNDO_OUTCOMES)[number];

export const BULK_STATES = [
  // the sample of ten was right throughout: it may be applied
  "ready",
  // the sample had a wrong one: it may not
  "blocked",
  "queued",
  "running",
  "paused",
  "cancelled",
  "done",
] as const;
export type BulkState = (typeof BULK_STATES)[number];

export type BulkPhase = "apply" | "undo";

/** A bulk can be taken back for a day after it has ended. */
export const UNDO_HOURS = 24;
const HOUR = 60 * 60 * 1000;

export interface BulkStanding {
  state: BulkState;
  phase: BulkPhase;
  finishedAt: Date | null;
}

/** Whether the whole may be taken back now. */
export function canUndoBulk({ state, phase, finishedAt }: BulkStanding, now: Date): boolean {
  if (phase !== "apply" || finishedAt === null) return false;
  if (state !== "done" && state !== "cancelled") return false;
  return now.getTime() - finishedAt.getTime() <= UNDO_HOURS * HOUR;
}
