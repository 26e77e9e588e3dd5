import { foldName } from "@/lib/domain/records/full-name";
import type { ParsedDose } from "./record";

/**
 * Puts two lists of one person's doses together: an injection told by both is there once, with the
 * values of the first filled up by the second. The same day and the same vaccine are the same
 * injection; one list alone is taken at its word, so nothing is lost within it. Order: by date,
 * unknown dates last. Merging the same list again changes nothing.
 */
export function mergeDoses(first: readonly ParsedDose[], second: readonly ParsedDose[]) {
  const merged = [...first];
  const taken = new Set<number>();
  for (const dose of second) {
    const index = findSame(merged, dose, taken);
    if (index === -1) {
      taken.add(merged.push(dose) - 1);
    } else {
      taken.add(index);
      merged[index] = fillUp(merged[index] ?? dose, dose);
    }
  }
  return merged.sort(byDate);
}

/** An exact match is looked for first, so that a dose without a vaccine doesn't take its place. */
function findSame(doses: ParsedDose[], wanted: ParsedDose, taken: ReadonlySet<number>): number {
  const free = (test: (dose: ParsedDose) => boolean) =>
    doses.findIndex((dose, index) => !taken.has(index) && test(dose));
  const exact = free((dose) => sameDay(dose, wanted) && vaccine(dose) === vaccine(wanted));
  if (exact !== -1) return exact;
  return free((dose) => sameDay(dose, wanted) && (vaccine(dose) === "" || vaccine(wanted) === ""));
}

/** Without a date only the number and the cell itself are left to tell doses apart. */
function sameDay(one: ParsedDose, other: ParsedDose): boolean {
  if (one.date !== null || other.date !== null) return one.date === other.date;
  return one.dateText === other.dateText && one.number === other.number;
}

function vaccine(dose: ParsedDose): string {
  return foldName(dose.vaccine ?? "");
}

function fillUp(first: ParsedDose, second: ParsedDose): ParsedDose {
  return {
    number: first.number ?? second.number,
    date: first.date ?? second.date,
    dateText: first.dateText ?? second.dateText,
    vaccine: first.vaccine ?? second.vaccine,
    lot: first.lot ?? second.lot,
    facility: first.facility ?? second.facility,
  };
}

function byDate(one: ParsedDose, other: ParsedDose): number {
  if (one.date === other.date) return (one.number ?? 0) - (other.number ?? 0);
  if (one.date === null) return 1;
  return other.date === null || one.date < other.date ? -1 : 1;
}
