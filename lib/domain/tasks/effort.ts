import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";

/**
 * Minutes that a task of each class is expected to take: estimates to balance loads with, to be
 * replaced by what tasks are measured to take.
 */
export const EFFORT_MINUTES: Record<DifferenceClass, number> = {
  same: 1,
  format: 1,
  no_diacritics: 1,
  diacritics: 2,
  abbreviated: 2,
  order: 2,
  typo: 3,
  partial_date: 3,
  swapped_date: 2,
  leading_zero: 2,
  old_number: 5,
  regional: 5,
  different: 10,
  missing: 20,
};
