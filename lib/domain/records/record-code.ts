const DIGITS = 8;

/**
 * A record's code as it was typed: "TC-00000123", "tc 123" or the digits alone; null for anything
 * else, identity numbers (nine digits and more) among it.
 */
export function readRecordCode(text: string): string | null {
  const bare = text.normalize("NFKC").replace(/[\s.]+/g, "");
  const digits = /^(?:tc-?)?(\d{1,8})$/i.exec(bare)?.[1];
  return digits ? `TC-${digits.padStart(DIGITS, "0")}` : null;
}
