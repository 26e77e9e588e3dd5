import { isQuiet, type QuietHours } from "./digest";

/** The hours in which offices work: the first one, and the one with which they close. */
export const OFFICE_HOURS = { from: 7, to: 17 } as const;

/** Office hours that stay at the least. */
export const LEAST_HOURS = 2;

export type QuietProblem = "quietSame" | "quietLong";

/** Why these can't be the quiet hours: without a length, or nobody would ever be reminded. */
export function quietProblem(quiet: QuietHours): QuietProblem | null {
  if (quiet.from === quiet.to) return "quietSame";
  const { from, to } = OFFICE_HOURS;
  const hours = Array.from({ length: to - from }, (_, index) => from + index);
  const left = hours.filter((hour) => !isQuiet(hour, quiet)).length;
  return left < LEAST_HOURS ? "quietLong" : null;
}
