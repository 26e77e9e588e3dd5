import { isForeigner } from "@/lib/domain/matching/foreigner";
import type { Candidate, MatchSubject } from "@/lib/domain/matching/vocabulary";
import { normaliseName } from "@/lib/domain/records/full-name";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { parseSex, type Sex } from "@/lib/domain/records/sex";
import type { Row } from "./read-table";

export interface RecordRow extends MatchSubject {
  recordId: string;
}

export const RECORD_COLUMNS = ["record_id", "full_name", "birth_date", "sex", "id_number"];
export const PERSON_COLUMNS = ["person_id", "full_name", "birth_date", "sex"];
export const TRUTH_COLUMNS = ["record_id", "person_id"];
export const DECISION_COLUMNS = ["record_id", "person_id", "decision"];

/** A value that can't be read is a value that isn't there. */
export function readRecord(row: Row): RecordRow {
  const basic = basicFields(row);
  const idNumber = textOf(row, "id_number");
  return {
    recordId: textOf(row, "record_id") ?? "",
    ...basic,
    idNumber,
    foreign: isForeigner(basic.fullName, idNumber),
    communeCode: textOf(row, "commune_code"),
    address: textOf(row, "address"),
  };
}

/** Where the column `id_number` is absent, `person_id` is the number. */
export function readPerson(row: Row): Candidate {
  const personId = textOf(row, "person_id") ?? "";
  return {
    personId,
    ...basicFields(row),
    idNumber: "id_number" in row ? textOf(row, "id_number") : personId,
    oldIds: (textOf(row, "old_ids") ?? "").split("|").filter((one) => one !== ""),
    communeCode: textOf(row, "commune_code"),
    address: textOf(row, "address"),
  };
}

function basicFields(row: Row) {
  const birthDate = parseBirthDate(row.birth_date ?? "");
  const fullName = normaliseName(row.full_name ?? "");
  return {
    fullName: fullName === "" ? null : fullName,
    birthDate: birthDate.ok ? birthDate.value : null,
    sex: sexOf(row.sex ?? ""),
  };
}

/** In these files 1 is male and 0 female. */
function sexOf(text: string): Sex | null {
  if (text.trim() === "0") return "female";
  const sex = parseSex(text);
  return sex.ok ? sex.value : null;
}

function textOf(row: Row, title: string): string | null {
  const text = row[title]?.normalize("NFC").trim() ?? "";
  return text === "" ? null : text;
}
