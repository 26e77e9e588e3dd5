import { accept, type Parsed, refuse } from "./parsed";
import { PHONE_PREFIXES_2018 } from "./phone-prefixes";

const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{8,9}$/;

/**
 * Reads a telephone number: +84 and 84 become 0, the zero that a spreadsheet lost is put back, and
 * eleven-digit mobile numbers from before 15/09/2018 get their new prefix. Of several, the first.
 * Codes: `phoneMissing`, `phoneCharacters`, `phoneNumber` {digits}.
 * Warnings: `phonePrefixChanged`, `phoneZeroLost`, `phoneSeveral`.
 */
export function parsePhone(text: string): Parsed<string> {
  const written = text
    .normalize("NFKC")
    .replace(/^['"‘’`]+/, "")
    .trim();
  if (written === "") return refuse("phoneMissing");
  const [first = "", ...others] = written.split(/\s*[;,/]\s*|\s+-\s+/);
  const digits = first
    .replace(/\.0$/, "")
    .replace(/[\s.\-()_]/g, "")
    .replace(/O/gi, "0");
  if (!/^\+?\d+$/.test(digits)) return refuse("phoneCharacters");
  const read = readDigits(digits);
  return read.ok && others.some((other) => /\d{6}/.test(other))
    ? accept(read.value, "phoneSeveral")
    : read;
}

function readDigits(digits: string): Parsed<string> {
  const national = digits.replace(/^(\+|00)?84(?=\d{9,11}$)/, "0").replace(/^\+|^0(?=0)/, "");
  if (isPhone(national)) return accept(national);
  const renewed = renewPrefix(national);
  if (renewed) return accept(renewed, "phonePrefixChanged");
  const restored = `0${national}`;
  if (national.startsWith("0")) return refuse("phoneNumber", { digits: national.length });
  if (MOBILE.test(restored)) return accept(restored, "phoneZeroLost");
  const both = renewPrefix(restored);
  return both
    ? accept(both, "phonePrefixChanged")
    : refuse("phoneNumber", { digits: digits.length });
}

function isPhone(digits: string): boolean {
  return MOBILE.test(digits) || LANDLINE.test(digits);
}

function renewPrefix(digits: string): string | null {
  if (digits.length !== 11) return null;
  const prefix = PHONE_PREFIXES_2018[digits.slice(0, 4)];
  return prefix ? prefix + digits.slice(4) : null;
}
