/** Characters that no one sees: zero-width, direction marks, byte-order mark. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** A grave after a vowel inside a word is the tone of VIQR ("Tra^`n", "Hoa`"), left for the repair. */
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4]|(?<!\p{L}[aeiouyAEIOUY]|[\^(+*])`/gu;
/**
 * A text with anything outside Vietnamese letters and ordinary punctuation may be a legacy encoding,
 * where U+00A0, U+00AD and quotation marks are letters: those are then left for the repair to read.
 */
const FOREIGN_TO_VIETNAMESE =
  /[^\p{ASCII}\u00A0\u00AD\u2018\u2019\u02BC\u00B4\u2010-\u2015ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/u;

/**
 * A name fit to store and show: NFC, one space between words, no invisible characters, one kind of
 * apostrophe. Case and marks stay. Idempotent.
 */
export function normaliseName(text: string): string {
  const visible = compose(text.replace(INVISIBLE, ""));
  if (mayBeDamaged(visible)) return visible.replace(/[ \t\r\n]+/g, " ").trim();
  return visible
    .replace(/\u00AD/g, "")
    .replace(APOSTROPHES, "'")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/** NFC, also where the tone was typed before the mark of its vowel (e, tone, circumflex). */
function compose(text: string): string {
  const composed = text.normalize("NFC");
  if (!/[\u0302\u0306]/.test(composed)) return composed;
  return composed
    .normalize("NFD")
    .replace(/([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g, "$2$1")
    .normalize("NFC");
}

/** "Ã" before a sign is misread UTF-8; a soft hyphen after mere consonants is the "ư" of TCVN3. */
const TELLTALE = /Ã[\u00A0-\u00BF\u2013\u2014\u2018\u2019]|(?<!\p{L})[b-df-hj-np-tv-xz]+\u00AD/iu;

function mayBeDamaged(text: string): boolean {
  return TELLTALE.test(text) || FOREIGN_TO_VIETNAMESE.test(text.replace(/\p{M}/gu, ""));
}

/** Takes the marks off and turns đ into d; keeps case. Works on any Unicode form. */
export function stripMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}

/**
 * The name for comparing and searching: lower case, no marks, đ→d, anything that is neither letter
 * nor digit is a space ("H'Hen Niê" → "h hen nie"). Idempotent.
 */
export function foldName(text: string): string {
  return stripMarks(
    text
      .replace(INVISIBLE, "")
      .replace(/\u00AD/g, "")
      .toLowerCase(),
  )
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
