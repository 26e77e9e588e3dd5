import { idNumberHints, idNumberKind, parseIdNumber, restoreZero } from "./id-number";
import { ID_PROVINCES } from "./id-provinces";
import { accept, type Parsed, refuse } from "./parsed";
import type { PartialDate } from "./partial-date";
import type { Sex } from "./sex";

/**
 * Judges a number while someone types it: only a 12-digit number, an old CMND or a passport passes.
 * Codes: those of `parseIdNumber`, `idNumberLength` {digits, suggestion: the number with its zero or
 * "none"}, `idNumberPlaceholder`. Warnings: `idNumberCmnd`, `idNumberProvinceUnknown`.
 */
export function validateIdNumber(text: string): Parsed<string> {
  const read = parseIdNumber(text);
  if (!read.ok) return read;
  const kind = idNumberKind(read.value);
  if (kind === "passport") return accept(read.value);
  if (kind === "cmnd") return accept(read.value, "idNumberCmnd");
  if (kind === "personal") {
    const known = ID_PROVINCES[read.value.slice(0, 3)] !== undefined;
    return accept(read.value, known ? undefined : "idNumberProvinceUnknown");
  }
  if (read.value.length === 12 || read.value.length === 9) return refuse("idNumberPlaceholder");
  const suggestion = restoreZero(read.value) ?? "none";
  return refuse("idNumberLength", { digits: read.value.length, suggestion });
}

/**
 * Warnings about a 12-digit number that does not fit its holder: `idNumberYear` {year, digits},
 * `idNumberSex`. Never errors.
 */
export function idNumberWarnings(
  number: string,
  holder: { birthDate: PartialDate | null; sex: Sex | null },
): { code: string; params: Record<string, string | number> }[] {
  const hints = idNumberHints(number, holder);
  const warnings: { code: string; params: Record<string, string | number> }[] = [];
  if (hints.yearAgrees === false && holder.birthDate) {
    const params = { year: holder.birthDate.value.slice(0, 4), digits: number.slice(4, 6) };
    warnings.push({ code: "idNumberYear", params });
  }
  if (hints.sexAgrees === false) warnings.push({ code: "idNumberSex", params: {} });
  return warnings;
}
