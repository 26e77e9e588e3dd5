/**
 * Letters and digits that are read aloud without doubt: no 0, 1, I, L, O. There are 31 of them, a prime
 * number, so that the check below finds every single slip and every two that changed places.
 */
export const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Drawn at random; the check character comes on top. */
export const DRAWN = 8;
const GROUP = 3;

/** Weighted by its place: the sum over a whole code is a multiple of 31. */
function sum(letters: string): number {
  let total = 0;
  for (const [at, letter] of [...letters].entries()) {
    total += (at + 1) * CODE_LETTERS.indexOf(letter);
  }
  return total % CODE_LETTERS.length;
}

/** The character that makes the sum of the nine places come out. */
function checkOf(drawn: string): string {
  const place = DRAWN + 1;
  const rest = sum(drawn);
  const check = [...CODE_LETTERS].find(
    (_, value) => (rest + place * value) % CODE_LETTERS.length === 0,
  );
  return check ?? "";
}

/** A code of nine characters out of eight random bytes; bytes are mapped evenly enough (256 mod 31 = 8). */
export function codeFrom(bytes: Iterable<number>): string {
  const drawn = [...bytes].slice(0, DRAWN).map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]);
  const letters = drawn.join("");
  return letters + checkOf(letters);
}

/** As it is shown and read aloud: "K7F-3QX-M2T". */
export function writtenCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** What somebody typed, as a code; null where no code is like this (a slip is found by its check). */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s.–-]+/g, "");
  if (code.length !== DRAWN + 1) return null;
  if (![...code].every((letter) => CODE_LETTERS.includes(letter))) return null;
  return sum(code) === 0 ? code : null;
}
