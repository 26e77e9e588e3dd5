import type { PersonLine } from "./read-person";

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function cell(value: string | null): string {
  return value === null ? "\\N" : value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}

function array(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** A person as a line of COPY in text form, in the order of `STAGING_COLUMNS`. */
export function copyLine(id: string, person: PersonLine): string {
  const cells = [
    id,
    person.sourcePersonId,
    person.idNumber,
    array(person.oldIds),
    person.fullName,
    person.birthDate?.value ?? null,
    person.birthDate?.precision ?? null,
    person.sex,
    person.address,
    person.communeCode,
    `{${person.keys.join(",")}}`,
  ];
  return `${cells.map(cell).join("\t")}\n`;
}

export const STAGING_COLUMNS =
  "id, source_person_id, id_number, old_ids, full_name, birth_date, birth_precision, sex, address, commune_code, keys";
