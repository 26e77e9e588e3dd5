import { foldName } from "@/lib/domain/records/full-name";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { DoseKey } from "./profile";
import type { ParsedDose } from "./record";
import { cellAt, type Row, report, saysNothing } from "./row";

/** The first vaccines against COVID-19 were given in December 2020; earlier is a slip of the year. */
const EARLIEST_DOSE = "2020-12-01";

type Places = Partial<Record<DoseKey, number>>;

/**
 * The doses of one line. A dose exists when anything but its number is filled in; a date that can't
 * be read is a warning, because a dose is never dropped.
 */
export function readDoses(row: Row): ParsedDose[] {
  const { doses } = row.header.mapping;
  return doses.flatMap((places, index) => readDose(row, places, index) ?? []);
}

function readDose(row: Row, places: Places, index: number): ParsedDose | null {
  const value = (key: DoseKey) => {
    const text = cellAt(row, places[key]);
    return saysNothing(text) ? null : text;
  };
  const numberText = value("number");
  // Some lists write the date itself under “Mũi 1” and have no column for dates.
  const dateText = value("date") ?? (isDate(numberText) ? numberText : null);
  const rest = { vaccine: value("vaccine"), lot: value("lot"), facility: value("facility") };
  if (!dateText && !rest.vaccine && !rest.lot && !rest.facility) return null;
  const date = readDoseDate(row, places, dateText);
  const number = row.header.layout === "person" ? index + 1 : readDoseNumber(numberText);
  return { number, date, dateText: date === null ? dateText : null, ...rest };
}

function isDate(text: string | null): boolean {
  return text !== null && /\d[/\-.]\d/.test(text);
}

function readDoseDate(row: Row, places: Places, text: string | null): string | null {
  const column = places.date ?? places.number ?? places.vaccine;
  if (text === null) {
    report(row, column, "doseDateMissing");
    return null;
  }
  const date = parseBirthDate(text);
  if (!date.ok || date.value.precision !== "day") {
    report(row, column, "doseDateUnreadable");
    return null;
  }
  if (date.value.value < EARLIEST_DOSE) report(row, column, "doseDateTooEarly");
  return date.value.value;
}

/** "Mũi 2" → 2. A booster counts from 1 again and would collide, so it has no number. */
function readDoseNumber(text: string | null): number | null {
  const folded = foldName(text ?? "");
  if (/nhac|bo sung/.test(folded)) return null;
  const number = /\b\d{1,2}\b/.exec(folded);
  return number ? Number(number[0]) : null;
}
