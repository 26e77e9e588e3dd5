import fitted from "./model-v2.json" with { type: "json" };
import { GIVEN_BITS, MIDDLE_BITS, SURNAME_BITS } from "./name-frequencies";
import type { Level, MatchModel } from "./vocabulary";

const missing: Level = { class: "missing", weight: 0, harmless: "never" };

const fullName: Record<string, Level> = {
  same: { class: "same", weight: 0, share: 1, harmless: "always" },
  unicode: { class: "format", weight: 0, share: 1, harmless: "always" },
  case: { class: "format", weight: 0, share: 1, harmless: "always" },
  spacing: { class: "format", weight: -0.2, share: 1, harmless: "always" },
  tone_place: { class: "format", weight: -0.2, share: 1, harmless: "always" },
  encoding: { class: "format", weight: -0.3, share: 1, harmless: "always", repair: true },
  typing: { class: "format", weight: -0.3, share: 1, harmless: "always", repair: true },
  i_y: { class: "format", weight: -0.5, share: 1, harmless: "others_agree" },
  unmarked: { class: "no_diacritics", weight: -2.5, share: 1, harmless: "always" },
  unmarked_i_y: { class: "no_diacritics", weight: -3, share: 1, harmless: "others_agree" },
  hoi_nga: { class: "diacritics", weight: -2, share: 0.9, harmless: "others_agree", repair: true },
  d_bar: { class: "diacritics", weight: -2, share: 0.9, harmless: "others_agree", repair: true },
  head_unmarked: {
    class: "diacritics",
    weight: -1.5,
    share: 1,
    harmless: "others_agree",
    repair: true,
  },
  partly_unmarked: { class: "diacritics", weight: -3, share: 0.8, harmless: "never" },
  marks: { class: "diacritics", weight: -2, share: 0.4, harmless: "never" },
  abbreviated: {
    class: "abbreviated",
    weight: -1,
    share: 0.6,
    harmless: "number_exact",
    repair: true,
  },
  abbreviated_given: { class: "abbreviated", weight: -2, share: 0.4, harmless: "never" },
  middle_dropped: {
    class: "abbreviated",
    weight: -1,
    share: 0.8,
    harmless: "number_exact",
    repair: true,
  },
  middle_dropped_other: {
    class: "abbreviated",
    weight: -2,
    share: 0.6,
    harmless: "number_exact",
    repair: true,
  },
  order: { class: "order", weight: -1, share: 0.8, harmless: "number_exact", repair: true },
  order_other: { class: "order", weight: -2, share: 0.6, harmless: "never" },
  regional_name: { class: "regional", weight: -2, share: 0.5, harmless: "never" },
  regional_sound: { class: "regional", weight: -2, share: 0.5, harmless: "never" },
  typo_1: { class: "typo", weight: -2, share: 0.5, harmless: "never" },
  typo_2: { class: "typo", weight: -3, share: 0.4, harmless: "never" },
  given_only: { class: "different", weight: -4, harmless: "never" },
  different: { class: "different", weight: -8, harmless: "never" },
  missing,
};

const birthDate: Record<string, Level> = {
  same: { class: "same", weight: 13, harmless: "always" },
  same_month: { class: "same", weight: 9, harmless: "always" },
  same_year: { class: "same", weight: 5.5, harmless: "always" },
  swapped: { class: "swapped_date", weight: 8, harmless: "others_agree", repair: true },
  month_agrees: { class: "partial_date", weight: 7, harmless: "others_agree", repair: true },
  year_agrees: { class: "partial_date", weight: 5, harmless: "others_agree", repair: true },
  maybe_year_only: { class: "partial_date", weight: 3, harmless: "others_agree", repair: true },
  one_digit: { class: "typo", weight: 3, harmless: "never" },
  year_slip: { class: "typo", weight: 3, harmless: "never" },
  year_against_number: { class: "typo", weight: 5, harmless: "others_agree", repair: true },
  one_part: { class: "different", weight: 0, harmless: "never" },
  different: { class: "different", weight: -6, harmless: "never" },
  missing,
};

const sex: Record<string, Level> = {
  same: { class: "same", weight: 1, harmless: "always" },
  different: { class: "different", weight: -6, harmless: "never" },
  against_number: { class: "typo", weight: -3, harmless: "others_agree", repair: true },
  missing: { ...missing, harmless: "others_agree", repair: true },
};

const idNumber: Record<string, Level> = {
  same: { class: "same", weight: 16, harmless: "always" },
  spacing: { class: "format", weight: 16, harmless: "always", repair: true },
  restored: { class: "leading_zero", weight: 15, harmless: "always", repair: true },
  registered: { class: "old_number", weight: 15, harmless: "always", repair: true },
  // A CMND that no person is known by: police link it, nothing agrees until then.
  unlinked: { class: "different", weight: 0, harmless: "never" },
  one_digit: { class: "typo", weight: 5, harmless: "never" },
  unusable: { class: "missing", weight: 0, harmless: "never" },
  different: { class: "different", weight: -6, harmless: "never" },
  missing,
};

/**
 * The first model. Weights are set by hand in bits: a number is worth less than its digits suggest,
 * because a relative's number is the usual wrong one. Regional forms and other marks are evidence
 * for a person and never enough by themselves.
 */
export const MODEL_V1: MatchModel = {
  version: "v1",
  prior: -20,
  acceptScore: 0.92,
  acceptMargin: 0.05,
  openFactor: 0.9,
  proposalScore: 0.01,
  fields: { fullName, birthDate, sex, idNumber },
  names: {
    surnames: SURNAME_BITS,
    middles: MIDDLE_BITS,
    givens: GIVEN_BITS,
    otherSurname: 11,
    otherMiddle: 6,
    otherGiven: 10,
    most: 18,
  },
  textRepairs: ["utf8", "tcvn3", "vni_windows", "telex", "vni_typing", "viqr"],
  blocking: [
    "number",
    "name_date",
    "name_year",
    "name_day",
    "given_date",
    "initials_date",
    "given_address",
  ],
};

/** Fitted by `npm run model:fit` with the first model as its base; never edited by hand. */
export const MODEL_V2 = fitted as unknown as MatchModel;

/** The model that decides where no other has been approved. */
export const CURRENT_MODEL: MatchModel = MODEL_V2;
