/**
 * What is kept of each person of a registry file, as numbers side by side in one array, so that all of
 * one person is reached at once. Positions are bytes of the piece of the file.
 */
export const PERSON_WIDTH = 8;
export const AT = {
  /** the personal number: value below a million, and the rest; `NO_NUMBER` in the first where there is none */
  numberLow: 0,
  numberHigh: 1,
  /** as `PackedDate` */
  date: 2,
  /** 1 male, 2 female, 0 not known */
  sex: 3,
  nameStart: 4,
  nameLength: 5,
  rowStart: 6,
  piece: 7,
} as const;
export type PersonField = keyof typeof AT;

export const NO_NUMBER = 0xffffffff;
export const MILLION = 1_000_000;
export const SEX_NUMBERS = { male: 1, female: 2 } as const;
export const SEXES = [null, "male", "female"] as const;

export function personField(table: Uint32Array, row: number, field: PersonField): number {
  return table[row * PERSON_WIDTH + AT[field]] ?? 0;
}
