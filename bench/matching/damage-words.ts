/** The compared field that a word of damage is about; null: the person, phone, address or place. */
export type DamagedPart = "fullName" | "birthDate" | "sex" | "idNumber" | null;

/**
 * What a damage does to the comparison:
 * - `apart`: nothing, no comparison looks at it;
 * - `format`: the value reads the same once it is read with care;
 * - `harmless`: the same value in another shape, to be seen through whatever the other fields are;
 * - `alone`: to be seen through only where the other three fields agree;
 * - `less`: the value is missing, unreadable or known in part; of the number: there is none to use;
 * - `other`: the value says something else, which may be another person.
 */
export type DamageEffect = "apart" | "format" | "harmless" | "alone" | "less" | "other";

export interface DamageWord {
  field: DamagedPart;
  effect: DamageEffect;
}

/** Words of truth.csv by field and effect; why each stands where it does: docs/decisions/0023. */
const TABLE: readonly [DamagedPart, DamageEffect, string][] = [
  [null, "apart", "foreign not_in_registry duplicate commune_missing commune_elsewhere"],
  [null, "apart", "phone_missing phone_eleven_digits phone_plus_84 phone_zero_lost phone_spaces"],
  [null, "apart", "phone_of_parent"],
  [null, "apart", "address_missing address_plain address_hamlet_only address_short"],

  ["fullName", "format", "name_upper name_lower name_spaces name_decomposed"],
  ["fullName", "harmless", "name_no_diacritics name_no_diacritics_upper name_tone_place name_i_y"],
  ["fullName", "harmless", "name_d_bar name_apostrophe name_abbreviated name_middle_dropped"],
  ["fullName", "harmless", "name_order name_tcvn3 name_tcvn3_u_lost name_vni_windows"],
  ["fullName", "harmless", "name_utf8_as_cp1252 name_telex name_vni_typing"],
  ["fullName", "alone", "name_hoi_nga"],
  ["fullName", "other", "name_tone_wrong name_mark_wrong name_regional name_typo"],
  ["fullName", "other", "name_other_given"],

  ["birthDate", "format", "date_iso date_serial date_no_zeros date_dashes date_two_digit_year"],
  ["birthDate", "format", "date_us_order"],
  ["birthDate", "alone", "date_swapped"],
  ["birthDate", "less", "date_first_january date_year_only date_month_only date_missing"],
  ["birthDate", "less", "date_impossible"],
  ["birthDate", "other", "date_day_mistyped date_month_mistyped date_lunar_year date_century"],
  ["birthDate", "other", "date_year_mistyped"],

  ["sex", "format", "sex_written"],
  ["sex", "less", "sex_missing"],
  ["sex", "other", "sex_wrong"],

  ["idNumber", "format", "number_apostrophe number_spaces number_dots number_letter_o"],
  ["idNumber", "harmless", "number_zero_lost number_decimal number_old_cmnd"],
  ["idNumber", "harmless", "number_old_cmnd_zero_lost number_reissued"],
  ["idNumber", "other", "number_mistyped number_transposed number_of_parent"],
  ["idNumber", "less", "number_missing number_placeholder number_scientific"],
  ["idNumber", "less", "number_wrong_length number_words"],
];

export const DAMAGE_WORDS: ReadonlyMap<string, DamageWord> = new Map(
  TABLE.flatMap(([field, effect, words]) =>
    words.split(" ").map((word) => [word, { field, effect }] as const),
  ),
);

/** Throws for a word that the table doesn't know: a new kind of damage has to be judged first. */
export function damageWord(word: string): DamageWord {
  const found = DAMAGE_WORDS.get(word);
  if (!found) throw new Error(`bench/matching/damage-words.ts does not know "${word}"`);
  return found;
}

/** The words of one record that are about the four compared fields. */
export function comparedWords(words: readonly string[]): string[] {
  return words.filter((word) => damageWord(word).field !== null);
}

/** A number that can be compared, be it the right one or not. Foreigners have passports. */
export function hasUsableNumber(words: readonly string[]): boolean {
  if (words.includes("foreign")) return false;
  return !words
    .map(damageWord)
    .some(({ field, effect }) => field === "idNumber" && effect === "less");
}

/**
 * Something is written otherwise and all of it is to be seen through. Records without any damage
 * don't count: they would hide the share that is asked for.
 */
export function isHarmless(words: readonly string[]): boolean {
  const effects = comparedWords(words).map((word) => damageWord(word).effect);
  if (effects.length === 0) return false;
  const shapes = effects.filter((effect) => effect !== "format");
  if (shapes.includes("alone")) return shapes.length === 1;
  return shapes.every((effect) => effect === "harmless");
}

/** Nothing says anything else; something is missing or known in part, but not the number. */
export function saysLess(words: readonly string[]): boolean {
  const effects = comparedWords(words).map((word) => damageWord(word).effect);
  return effects.includes("less") && !effects.includes("other") && hasUsableNumber(words);
}
