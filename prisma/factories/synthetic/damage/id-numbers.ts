import { ageOf } from "../resident";
import { type DamageContext, kindsOf } from "./kind";

/** The number of the right person, as it is not written in the registry. */
export const NUMBER_DAMAGE = kindsOf("idNumber", {
  number_old_cmnd: [12, (_, { resident }) => cmndOf(resident.oldIds)],
  number_old_cmnd_zero_lost: [1, oldCmndWithoutZero],
  number_reissued: [
    60,
    (_, { resident }) => resident.oldIds.find((id) => id.length === 12) ?? null,
  ],
  number_zero_lost: [4, (number) => number.replace(/^0+/, "")],
  number_apostrophe: [0.8, (number) => `'${number}`],
  number_spaces: [0.8, (number) => number.replace(/(\d{3})(?=\d)/g, "$1 ")],
  number_dots: [0.5, (number) => number.replace(/(\d{3})(?=\d)/g, "$1.")],
  number_letter_o: [0.6, (number) => number.replace(/0/g, "O")],
  number_decimal: [0.4, (number) => `${number.replace(/^0+/, "")}.0`],
  number_mistyped: [3, mistype],
  number_transposed: [2, transpose],
  number_of_parent: [14, ofParent],
});

/** Nothing in these can be compared: they count as “no usable number”. */
export const NUMBER_UNUSABLE = kindsOf("idNumber", {
  number_missing: [70, () => ""],
  number_placeholder: [10, (_, { rng }) => rng.pick(PLACEHOLDERS)],
  number_scientific: [8, scientific],
  number_wrong_length: [8, wrongLength],
  number_words: [4, (_, { rng }) => rng.pick(["chưa có", "KHÔNG CÓ", "không nhớ", "mất"])],
});

const PLACEHOLDERS = ["000000000000", "123456789", "111111111", "999999999999", "0"];

/** Children have a number and no card, so a parent's number is entered. */
function ofParent(_: string, { resident }: DamageContext): string | null {
  return ageOf(resident) < 18 ? (resident.guardian?.idNumber ?? null) : null;
}

function cmndOf(oldIds: readonly string[]): string | null {
  return oldIds.find((id) => id.length === 9) ?? null;
}

function oldCmndWithoutZero(_: string, { resident }: DamageContext): string | null {
  const cmnd = cmndOf(resident.oldIds);
  return cmnd && /^0[1-9]/.test(cmnd) ? cmnd.slice(1) : null;
}

/** One digit hit wrongly, after the province: a wrong province is no plausible number. */
function mistype(number: string, { rng }: DamageContext): string {
  const at = 4 + rng.int(number.length - 4);
  const digit = (Number(number[at]) + 1 + rng.int(9)) % 10;
  return number.slice(0, at) + digit + number.slice(at + 1);
}

function transpose(number: string, { rng }: DamageContext): string | null {
  const at = 4 + rng.int(number.length - 5);
  const [one = "", other = ""] = number.slice(at, at + 2);
  return one === other ? null : number.slice(0, at) + other + one + number.slice(at + 2);
}

/** 79085001234 shown as 7.91E+10: the digits are gone. */
function scientific(number: string): string {
  const shown = Number(number).toExponential(2).replace("e+", "E+");
  return shown.replace(/\+(\d)$/, "+0$1");
}

/** Too many digits or far too few; eight to eleven could be a number that lost its zeros. */
function wrongLength(number: string, { rng }: DamageContext): string {
  return rng.chance(0.4) ? number + rng.int(10) : number.slice(0, 5 + rng.int(3));
}
