import {
  type ColumnKey,
  columnTitle,
  type DoseKey,
  type Layout,
  PLATFORM_PROFILE,
  profileTitles,
} from "@/lib/domain/imports/profile";
import type { SyntheticDose } from "../doses";
import type { SyntheticRecord } from "../records";

/** Doses that stand side by side in the person layout. */
export const MOST_DOSES = 4;

/** The title line of the platform's list. */
export function platformTitles(layout: Layout): string[] {
  return layout === "dose"
    ? profileTitles(PLATFORM_PROFILE, "dose")
    : profileTitles(PLATFORM_PROFILE, "person", MOST_DOSES);
}

/** The rows of one record: one, or one for each dose and one for a person without any. */
export function platformRows(
  record: SyntheticRecord,
  { layout, ordinal, titles }: { layout: Layout; ordinal: number; titles: readonly string[] },
): string[][] {
  const person = personCells(record, ordinal);
  const row = (doses: Map<string, string>) =>
    titles.map((title) => person.get(title) ?? doses.get(title) ?? "");
  if (layout === "person") return [row(doseCells(record.doses, (dose) => ` ${dose.number}`))];
  if (record.doses.length === 0) return [row(new Map())];
  return record.doses.map((dose) => row(doseCells([dose], () => "")));
}

function personCells(record: SyntheticRecord, ordinal: number): Map<string, string> {
  const cells: Partial<Record<ColumnKey, string>> = {
    ordinal: String(ordinal),
    sourceId: record.recordId,
    fullName: record.fullName,
    birthDate: record.birthDate,
    sex: record.sex,
    documentType: record.documentType,
    idNumber: record.idNumber,
    insuranceNumber: record.insuranceNumber,
    phone: record.phone,
    provinceName: record.provinceName,
    districtName: record.districtName,
    communeName: record.communeName,
    address: record.address,
    group: record.group,
  };
  const keys = Object.keys(cells) as ColumnKey[];
  return new Map(keys.map((key) => [columnTitle(PLATFORM_PROFILE, key), cells[key] ?? ""]));
}

function doseCells(
  doses: readonly SyntheticDose[],
  suffix: (dose: SyntheticDose) => string,
): Map<string, string> {
  const cells = new Map<string, string>();
  for (const dose of doses) {
    const values: Record<DoseKey, string> = {
      number: String(dose.number),
      date: dose.date,
      vaccine: dose.vaccine,
      lot: dose.lot,
      facility: dose.facility,
    };
    for (const { key, title } of PLATFORM_PROFILE.doseColumns) {
      cells.set(title + suffix(dose), values[key]);
    }
  }
  return cells;
}
