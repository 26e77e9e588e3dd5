import { clockThere, isWorkingDay, type WorkCalendar } from "@/lib/domain/units/work-calendar";

/** What a digest may tell of, in its order: only what its officer can act on. */
export const DIGEST_LINES = [
  "overdue",
  "appointments",
  "returned",
  "dueSoon",
  "receive",
  "sign",
  "approve",
  "escalated",
  "undecided",
] as const;
export type DigestLine = (typeof DIGEST_LINES)[number];
export type DigestCounts = Partial<Record<DigestLine, number>>;

/** Hours (0 to 23) in Viet Nam: quiet from the one up to, not including, the other, also over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Whether an hour of the day lies in the quiet ones. */
export function isQuiet(hour: number, { from, to }: QuietHours): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Whether digests go out at this moment: on working days, outside the quiet hours. */
export function mayRemind(now: Date, of: { quiet: QuietHours; calendar: WorkCalendar }): boolean {
  const { day, hour } = clockThere(now);
  return isWorkingDay(day, of.calendar) && !isQuiet(hour, of.quiet);
}

/** The lines that have something, in their order. */
export function linesOf(counts: DigestCounts): { line: DigestLine; count: number }[] {
  return DIGEST_LINES.flatMap((line) => {
    const count = counts[line] ?? 0;
    return count > 0 ? [{ line, count }] : [];
  });
}
