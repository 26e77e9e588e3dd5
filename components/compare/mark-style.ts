import type { IconName } from "@/components/ui/icon";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import type { Mark } from "./difference";

/** Every mark has a shape of its own, so that it is seen without colour too. */
export const MARK_STYLE: Record<Mark, string> = {
  same: "",
  diacritics:
    "text-waiting underline decoration-waiting decoration-wavy decoration-1 underline-offset-4",
  swapped: "rounded-md bg-info-soft px-0.5 text-info",
  letters: "rounded-md border border-danger px-px text-danger",
  missing: "rounded-md border border-dashed border-danger px-1 text-danger",
  different:
    "rounded-md bg-danger-soft px-0.5 text-danger forced-colors:bg-[Mark] forced-colors:text-[MarkText]",
};

/** Colour of a mark's sign and words; "same" is settled. */
export const MARK_COLOUR: Record<Mark, string> = {
  same: "text-settled",
  diacritics: "text-waiting",
  swapped: "text-info",
  letters: "text-danger",
  missing: "text-danger",
  different: "text-danger",
};

/** The sign that stands for a mark in words and in the legend; a tilde is a letter, not a picture. */
export const MARK_ICONS: Partial<Record<Mark, IconName>> = {
  same: "equal",
  swapped: "swapped",
  letters: "box",
  missing: "gap",
  different: "filledBox",
};

const MARK_OF_CLASS: Record<DifferenceClass, Mark> = {
  same: "same",
  format: "same",
  no_diacritics: "diacritics",
  diacritics: "diacritics",
  regional: "letters",
  typo: "letters",
  leading_zero: "missing",
  abbreviated: "missing",
  partial_date: "missing",
  old_number: "different",
  order: "swapped",
  swapped_date: "swapped",
  missing: "missing",
  different: "different",
};

/** The mark that a class of difference is signed with. */
export function markOfClass(kind: DifferenceClass): Mark {
  return MARK_OF_CLASS[kind];
}
