import { normaliseName } from "@/lib/domain/records/full-name";
import type { Parsed } from "@/lib/domain/records/parsed";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { parseSex, type Sex } from "@/lib/domain/records/sex";
import { isForeigner } from "../foreigner";
import type { IdentityField, MatchSubject } from "../vocabulary";

export const RECORD_TITLES = ["record_id", "full_name", "birth_date", "sex", "id_number"] as const;

/** A line of a records file: columns by their titles, all text. */
export type RecordRow = Readonly<Record<string, string | undefined>>;

/** What a line says; a value that can't be read is null, with the code of why. */
export interface RecordLine {
  recordId: string;
  subject: MatchSubject;
  problems: Partial<Record<IdentityField, string>>;
}

/**
 * Reads one record: dates as dd/MM/yyyy, yyyy-MM-dd, MM/yyyy or yyyy; the name and the number stay as
 * they are written, for the comparison to see through. Who is a foreigner is told by name and passport.
 */
export function readRecord(row: RecordRow): RecordLine {
  const problems: RecordLine["problems"] = {};
  const read = <T>(field: IdentityField, text: string | null, parse: (t: string) => Parsed<T>) => {
    if (text === null) return null;
    const value = parse(text);
    if (value.ok) return value.value;
    problems[field] = value.code;
    return null;
  };
  const fullName = normaliseName(row.full_name ?? "") || null;
  const idNumber = textOf(row, "id_number");
  const subject: MatchSubject = {
    fullName,
    birthDate: read("birthDate", textOf(row, "birth_date"), parseBirthDate),
    sex: read("sex", textOf(row, "sex"), readSex),
    idNumber,
    foreign: isForeigner(fullName, idNumber),
    address: textOf(row, "address"),
    communeCode: textOf(row, "commune_code"),
  };
  return { recordId: textOf(row, "record_id") ?? "", subject, problems };
}

/** As `parseSex`, and 0 is a woman: these files write 1 and 0. */
export function readSex(text: string): Parsed<Sex> {
  return text.trim() === "0" ? { ok: true, value: "female" } : parseSex(text);
}

function textOf(row: RecordRow, title: string): string | null {
  const text = row[title]?.normalize("NFC").trim() ?? "";
  return text === "" ? null : text;
}
