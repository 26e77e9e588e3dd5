export interface Backoff {
  /** milliseconds before the second attempt */
  baseMs: number;
  /** the longest wait */
  mostMs: number;
}

/**
 * How long to wait after the attempt with this number (1, 2 …): twice as long each time, and
 * anything between half of that and the whole, so that many who failed together don't return
 * together. `random` is 0 ≤ x < 1.
 */
export function backoffMs(attempt: number, { baseMs, mostMs }: Backoff, random: number): number {
  const whole = Math.min(mostMs, baseMs * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random;
}

/** `Retry-After` in milliseconds: seconds or a date; null when it says neither. `now` is wall time. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
