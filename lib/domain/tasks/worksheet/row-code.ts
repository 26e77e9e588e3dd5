import { accept, type Parsed, refuse } from "@/lib/domain/records/parsed";

/**
 * 23 characters that are told apart by eye and by ear: neither 0/O nor 1/I/L, none of the pairs
 * B/P, D/T, M/N, S/X, U/V, K/Q, 2/Z, G/J. A prime number of them, for the check character.
 */
export const CODE_CHARACTERS = "23456789ACEFGHKMPRTVWXY";
const PRIME = CODE_CHARACTERS.length;
/** Without the check character. */
export const CODE_BODY = 6;
const LENGTH = CODE_BODY + 1;
const GROUP = 3;

/**
 * The characters' places weighted by position, modulo a prime. The weights differ and none is 0, so
 * any single wrong character and any exchange of two characters changes the sum.
 */
function checkOf(body: string): string {
  const sum = [...body].reduce(
    (total, character, at) => total + (at + 2) * CODE_CHARACTERS.indexOf(character),
    0,
  );
  // The check character has weight 1: the whole adds up to 0.
  return CODE_CHARACTERS[(PRIME - (sum % PRIME)) % PRIME] ?? "";
}

/** A row code of numbers by chance, each from 0 up to 1: "K7R4PM2". Six of them are used. */
export function makeRowCode(random: () => number): string {
  const body = Array.from(
    { length: CODE_BODY },
    () => CODE_CHARACTERS[Math.floor(random() * PRIME)] ?? CODE_CHARACTERS[0],
  ).join("");
  return body + checkOf(body);
}

/** As it is printed and read aloud: "K7R-4PM2". */
export function writeRowCode(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
}

/**
 * Reads a row code as somebody typed it: small letters, spaces and dashes are no difference. Nothing
 * is guessed. Codes: `rowCodeMissing`, `rowCodeCharacter` {character}, `rowCodeLength` {length, found},
 * `rowCodeCheck`.
 */
export function readRowCode(text: string): Parsed<string> {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, "");
  if (code === "") return refuse("rowCodeMissing");
  const strange = [...code].find((character) => !CODE_CHARACTERS.includes(character));
  if (strange) return refuse("rowCodeCharacter", { character: strange });
  if (code.length !== LENGTH)
    return refuse("rowCodeLength", { length: LENGTH, found: code.length });
  const check = checkOf(code.slice(0, CODE_BODY));
  return code.at(-1) === check ? accept(code) : refuse("rowCodeCheck");
}
