import { formatBirthDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Header } from "./header";

export const CORRECTABLE_FIELDS = [
  "fullName",
  "birthDate",
  "sex",
  "idNumber",
  "phone",
  "address",
] as const;
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

/**
 * `birthDate` as dd/MM/yyyy, MM/yyyy, yyyy or yyyy-MM-dd; `sex` as "male" or "female"; null where the
 * value was taken away.
 */
export type CellCorrections = Partial<Record<CorrectableField, string | null>>;

/** Pairs of words for male and female that lists use; the first is written where nothing stood. */
const SEX_STYLES = [
  ["Nam", "Nữ"],
  ["NAM", "NỮ"],
  ["nam", "nữ"],
  ["1", "2"],
  ["M", "F"],
  ["male", "female"],
  ["Male", "Female"],
] as const;

/**
 * The line as it came in with corrected values in their columns, each written the way the cell wrote
 * it before. Cells without a correction stay byte for byte. A field that the file has no column for is
 * left out: see `header.mapping.columns`.
 */
export function applyCorrections(
  header: Header,
  cells: readonly string[],
  corrections: CellCorrections,
): string[] {
  const corrected = [...cells];
  for (const field of CORRECTABLE_FIELDS) {
    const value = corrections[field];
    const position = header.mapping.columns[field];
    if (value === undefined || position === undefined) continue;
    while (corrected.length <= position) corrected.push("");
    corrected[position] = writeLike(field, corrected[position] ?? "", value);
  }
  return corrected;
}

function writeLike(field: CorrectableField, before: string, value: string | null): string {
  if (value === null) return "";
  if (field === "birthDate") return writeDate(before, value);
  return field === "sex" ? writeSex(before, value) : value;
}

function writeSex(before: string, value: string): string {
  const cell = before.trim().normalize("NFC");
  const style = SEX_STYLES.find((pair) => pair.some((word) => word === cell)) ?? SEX_STYLES[0];
  return value === "female" ? style[1] : style[0];
}

/** Year first when the cell had it so, otherwise day first with the cell's own separator. */
function writeDate(before: string, value: string): string {
  const date = parseBirthDate(value);
  if (!date.ok) return value;
  const written = formatBirthDate(date.value);
  if (/^\d{4}[-/.]\d/.test(before.trim())) {
    const separator = before.trim()[4] ?? "-";
    return written.split("/").reverse().join(separator);
  }
  const separator = /^\d{1,2}([-.])\d/.exec(before.trim())?.[1] ?? "/";
  return written.split("/").join(separator);
}
