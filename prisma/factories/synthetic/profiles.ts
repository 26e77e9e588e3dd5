/** How often what goes wrong. Shares are of all records. */
export interface DamageProfile {
  /** Records of people who are not in the registry; `foreign` of them carry a passport. */
  outside: number;
  foreign: number;
  /** Records of people in the registry with a number that can't be compared. */
  unusableNumber: number;
  /**
   * Records that fail a strict comparison of name, birth date (as dd/MM/yyyy), sex and number with
   * the registry, whatever the cause: `outside` and `unusableNumber` are among them.
   */
  failing: number;
  /** Second records of a person who has one already. */
  duplicates: number;
  /** Of the failing records, those with a second and a third thing wrong, in another field each. */
  second: number;
  third: number;
  /** Of the failing records, those whose birth date is also written in another way. */
  dateWriting: number;
  /** Wrong or missing phone, address and commune, which no comparison looks at. */
  contact: number;
  communeMissing: number;
  communeElsewhere: number;
}

/** The comparison of March 2022: of those sent 26 % did not agree and 4.6 % had no usable number. */
const MARCH_2022: DamageProfile = {
  outside: 0.03,
  foreign: 0.004,
  unusableNumber: 0.046,
  failing: 0.26,
  duplicates: 0.005,
  second: 0.22,
  third: 0.25,
  dateWriting: 0.05,
  contact: 0.18,
  communeMissing: 0.003,
  communeElsewhere: 0.015,
};

/** Records as they should be. */
const CLEAN: DamageProfile = {
  outside: 0,
  foreign: 0,
  unusableNumber: 0,
  failing: 0,
  duplicates: 0,
  second: 0,
  third: 0,
  dateWriting: 0,
  contact: 0,
  communeMissing: 0,
  communeElsewhere: 0,
};

export const PROFILES = { "march-2022": MARCH_2022, clean: CLEAN };
export type ProfileName = keyof typeof PROFILES;
export const DEFAULT_PROFILE: ProfileName = "march-2022";
