/** Seconds until a mail that failed is tried again, by how often it was tried. */
const PAUSES = [30, 5 * 60, 15 * 60, 60 * 60] as const;

export const MOST_TRIES = PAUSES.length + 1;

/** Seconds for which a worker has a mail to itself; of one that died it is free again after them. */
export const HELD_SECONDS = 10 * 60;

/** Seconds until the next try of a mail that was tried so often; null when there is none. */
export function pauseAfter(tries: number): number | null {
  return PAUSES[tries - 1] ?? null;
}
