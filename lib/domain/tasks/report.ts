import type { IdentityField } from "@/lib/domain/matching/vocabulary";

/** Why somebody says that the system is wrong. */
export const REPORT_REASONS = [
  "right_refused",
  "wrong_person",
  "wrong_difference",
  "other",
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What the comparison should have said. */
export const EXPECTATIONS = [
  "same_person_name_harmless",
  "date_same",
  "sex_same",
  "number_same",
  "registry_newer",
  "other",
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** Free words of a report, in characters. */
export const MOST_WORDS = 300;

export const REPORT_STATES = ["open", "upheld", "rejected"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const FIELD_OF: Partial<Record<Expectation, IdentityField>> = {
  same_person_name_harmless: "fullName",
  date_same: "birthDate",
  sex_same: "sex",
  number_same: "idNumber",
};

/** The field that a report is about: the one it names, else the one the record differs by. */
export function reportedField(
  expected: Expectation,
  mainField: IdentityField | null,
): IdentityField | null {
  return FIELD_OF[expected] ?? mainField;
}
