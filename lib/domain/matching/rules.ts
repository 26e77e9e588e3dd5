/** Every way in which a decision can be reached; the one that fired is kept with the decision. */
export const MATCH_RULES = [
  /** Foreigners are not compared. */
  "foreigner",
  /** Number and all fields agree, or differ harmlessly. */
  "all_agree",
  /** The same after one or more safe repairs. */
  "safe_repair",
  /** All fields agree, but another person comes too close. */
  "narrow_margin",
  /** All fields agree, but together they weigh too little. */
  "low_score",
  /** The number agrees and one field differs. */
  "number_one_field",
  /** The number agrees and two fields differ lightly. */
  "number_light_fields",
  /** The number agrees and a field is missing. */
  "number_field_missing",
  /** The number is one person's, name, date and sex are another's. */
  "number_of_another",
  /** The number belongs to somebody of another name. */
  "number_other_name",
  /** The number agrees and too many fields differ. */
  "number_several_fields",
  /** An old number that the registry has not linked to anybody, but somebody resembles the record. */
  "number_not_linked",
  /** A valid number that nobody carries, but somebody resembles the record. */
  "number_not_found_proposed",
  /** A valid number that nobody carries, and nobody resembles the record. */
  "number_not_found",
  /** No usable number, but somebody resembles the record. */
  "no_number_proposed",
  /** No usable number, and nobody resembles the record. */
  "no_number_none",
  /** The gateway answered right for the record as it is. */
  "gateway_right",
  /** The gateway answered right after safe repairs. */
  "gateway_right_repaired",
  /** The gateway answered wrong to every question. */
  "gateway_wrong",
  /** The gateway can't be asked: one of the four fields is not there. */
  "gateway_not_asked",
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];
