import { normaliseName } from "@/lib/domain/records/full-name";
import type { Candidate } from "../vocabulary";
import { readDateText, readSexText } from "./byte-values";
import type { Columns, PersonColumn } from "./columns";
import type { CsvScanner } from "./csv-scanner";

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** The present row of a registry file. Without a column `id_number` the `person_id` is the number. */
export function readPersonRow(scanner: CsvScanner, columns: Columns<PersonColumn>): Candidate {
  const text = (name: PersonColumn) => scanner.text(columns[name]);
  const personId = text("person_id").trim();
  return {
    personId,
    idNumber: columns.id_number < 0 ? orNull(personId) : orNull(text("id_number")),
    oldIds: text("old_ids")
      .split("|")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    fullName: normaliseName(text("full_name")),
    birthDate: readDateText(text("birth_date")),
    sex: readSexText(text("sex")),
    address: orNull(text("address")),
    communeCode: orNull(text("commune_code")),
  };
}
