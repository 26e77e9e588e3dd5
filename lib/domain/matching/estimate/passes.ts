import { IDENTITY_FIELDS } from "../vocabulary";
import type { Pass } from "./em";

/** Pairs that share a number; whose numbers are one slip apart; that share parts of name and date. */
export const NUMBER_BLOCK = "number";
export const NEAR_NUMBER_BLOCK = "near_number";
export const NAME_BLOCK = "name";
/** Every pair that the engine compares, once. */
export const ANY_BLOCK = "any";

const BASIC = ["fullName", "birthDate", "sex"] as const;

/** Who shares a number shows how name, date and sex of one person differ; the number is given. */
export const NUMBER_PASSES: Readonly<Record<string, Pass>> = {
  [NUMBER_BLOCK]: { weigh: BASIC, learn: BASIC },
  [NEAR_NUMBER_BLOCK]: { weigh: BASIC, learn: [] },
};

/**
 * Who shares parts of name and date shows how the number of one person differs. What these blocks fix
 * is weighed by its whole chance among all pairs of the two files, so that namesakes born on one day
 * are told from the person herself by how many of them there should be.
 */
export const NAME_PASSES: Readonly<Record<string, Pass>> = {
  [NAME_BLOCK]: { weigh: IDENTITY_FIELDS, learn: ["idNumber"] },
};

/** Counts the matches among all pairs, which gives the prior. */
export const PRIOR_PASSES: Readonly<Record<string, Pass>> = {
  [ANY_BLOCK]: { weigh: IDENTITY_FIELDS, learn: [] },
};
