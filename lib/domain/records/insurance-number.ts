import { accept, type Parsed, refuse } from "./parsed";

/**
 * Reads a health-insurance number: 15 characters (2 letters, 1 digit, 2 digits, 10 digits) or the
 * last ten digits as newer cards print them. Codes: `insuranceMissing`, `insuranceFormat`.
 */
export function parseInsuranceNumber(text: string): Parsed<string> {
  const bare = text
    .normalize("NFKC")
    .replace(/[\s.\-_'"‘’`]/g, "")
    .toUpperCase();
  if (bare === "") return refuse("insuranceMissing");
  const fixed = /^[A-Z]{2}/.test(bare) ? bare.slice(0, 2) + bare.slice(2).replace(/O/g, "0") : bare;
  const valid = /^[A-Z]{2}\d{13}$/.test(fixed) || /^\d{10}$/.test(fixed);
  return valid ? accept(fixed) : refuse("insuranceFormat");
}
