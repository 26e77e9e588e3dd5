import { type PartialDate, swapDayAndMonth } from "@/lib/domain/records/partial-date";
import { editDistance } from "./edit-distance";

/** The level at which two birth dates agree; see the model for what each is worth. */
export function birthDateLevel(a: PartialDate | null, b: PartialDate | null): string {
  if (!a || !b) return "missing";
  if (a.precision !== b.precision) return partialLevel(a, b);
  if (a.value === b.value) return a.precision === "day" ? "same" : `same_${a.precision}`;
  if (a.precision !== "day") return nearYear(a, b) ? "one_part" : "different";
  return fullDateLevel(a, b);
}

/** One of the dates is only partly known: do the known parts agree? */
function partialLevel(a: PartialDate, b: PartialDate): string {
  const known = [a.precision, b.precision].includes("year") ? 4 : 7;
  if (a.value.slice(0, known) !== b.value.slice(0, known)) return "different";
  return known === 7 ? "month_agrees" : "year_agrees";
}

function fullDateLevel(a: PartialDate, b: PartialDate): string {
  if (swapDayAndMonth(a)?.value === b.value) return "swapped";
  const sameYear = a.value.slice(0, 4) === b.value.slice(0, 4);
  if (sameYear && (a.value.endsWith("-01-01") || b.value.endsWith("-01-01"))) {
    return "maybe_year_only";
  }
  if (a.value.slice(5) === b.value.slice(5) && slippedYear(a, b)) return "year_slip";
  if (editDistance(a.value, b.value) === 1) return "one_digit";
  return differingParts(a, b) === 1 ? "one_part" : "different";
}

/**
 * Two full dates of different years on the same day. The first of January stands for "year only" too
 * often to count as the same day.
 */
export function isOtherYear(a: PartialDate | null, b: PartialDate | null): boolean {
  if (a?.precision !== "day" || b?.precision !== "day") return false;
  const day = a.value.slice(5);
  return day === b.value.slice(5) && day !== "01-01" && yearOf(a) !== yearOf(b);
}

/** A year early or late (the lunar calendar), or a century. */
function slippedYear(a: PartialDate, b: PartialDate): boolean {
  const years = Math.abs(yearOf(a) - yearOf(b));
  return years === 1 || years === 100;
}

function nearYear(a: PartialDate, b: PartialDate): boolean {
  return slippedYear(a, b) || editDistance(a.value, b.value) === 1;
}

function yearOf(date: PartialDate): number {
  return Number(date.value.slice(0, 4));
}

function differingParts(a: PartialDate, b: PartialDate): number {
  const parts = b.value.split("-");
  return a.value.split("-").filter((part, at) => part !== parts[at]).length;
}
