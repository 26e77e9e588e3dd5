import type { Locale } from "@/lib/i18n/locales";

const MINUS = "\u2212";

/** A number with all its decimals: what is shown in a form comes back as it was. */
export function exactNumber(value: number, locale: Locale): string {
  const size = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 12,
    useGrouping: false,
  }).format(Math.abs(value));
  return value < 0 ? `${MINUS}${size}` : size;
}

/** "−2,5", "-2.5" and " 0,92 " as people write them; what is no number stays none. */
export function readDecimal(written: string): number {
  const plain = written.trim().replace(MINUS, "-").replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}
