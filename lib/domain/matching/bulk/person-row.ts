import { normaliseName } from "@/lib/domain/records/full-name";
import { isCleanName } from "../clean-name";
import type { Candidate } from "../vocabulary";
import { readDateText, readSexText } from "./byte-values";
import type { Columns, PersonColumn } from "./columns";
import type { CsvScanner } from "./csv-scanner";

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** As `normaliseName`, at once for names that need nothing. */
export function nameOf(text: string): string {
  return isCleanName(text) ? text : normaliseName(text);
}

function oldIdsOf(text: string): string[] {
  if (text === "") return [];
  return text
    .split("|")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** What was read of a row before: date and sex. */
export type ReadBefore = Pick<Candidate, "birthDate" | "sex">;

/** The present row of a registry file. Without a column `id_number` the `person_id` is the number. */
export function readPersonRow(
  scanner: CsvScanner,
  columns: Columns<PersonColumn>,
  before?: ReadBefore,
): Candidate {
  const text = (name: PersonColumn) => scanner.text(columns[name]);
  const personId = text("person_id").trim();
  return {
    personId,
    idNumber: columns.id_number < 0 ? orNull(personId) : orNull(text("id_number")),
    oldIds: oldIdsOf(text("old_ids")),
    fullName: nameOf(text("full_name")),
    birthDate: before ? before.birthDate : readDateText(text("birth_date")),
    sex: before ? before.sex : readSexText(text("sex")),
    address: orNull(text("address")),
    communeCode: orNull(text("commune_code")),
  };
}
