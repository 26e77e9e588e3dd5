/** In VNI fonts a tone or a mark is a character of its own behind the vowel, as read in cp1252. */
const MARKS: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const LETTERS: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  ñ: "đ",
  î: "ỵ",
};
const SEQUENCE = /([aeiouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöæóòñî]/gi;

/**
 * Text in a VNI font, decoded as cp1252, to Unicode ("Nguyeãn Thò Höôøng" → "Nguyễn Thị Hường").
 * í and ì are themselves. Source: compiled from the published code tables and spot-checked.
 */
export function decodeVni(text: string): string {
  return text
    .replace(SEQUENCE, (sequence, vowel: string | undefined, mark: string | undefined) => {
      if (vowel === undefined || mark === undefined) return letter(sequence);
      return letter(vowel) + (MARKS[mark.toLowerCase()] ?? mark);
    })
    .normalize("NFC");
}

function letter(character: string): string {
  const small = character.toLowerCase();
  const decoded = LETTERS[small] ?? small;
  return small === character ? decoded : decoded.toUpperCase();
}
