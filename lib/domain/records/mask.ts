/** Masked until somebody asks to see it with a reason: "079012341234" → "0790****1234". */
export function maskNumber(number: string): string {
  if (number.length <= 4) return "*".repeat(number.length);
  const head = number.length >= 11 ? 4 : number.length >= 9 ? 3 : 0;
  const hidden = number.length - head - 4;
  if (hidden <= 0) return `${"*".repeat(number.length - 4)}${number.slice(-4)}`;
  return `${number.slice(0, head)}${"*".repeat(hidden)}${number.slice(-4)}`;
}

/** The last four digits and those that differ from the other number; all else masked. */
export function maskDifference(number: string, other: string): string {
  if (number.length !== other.length) return maskNumber(number);
  return [...number]
    .map((digit, i) => (i >= number.length - 4 || digit !== other[i] ? digit : "*"))
    .join("");
}
