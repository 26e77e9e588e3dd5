import { personKeys } from "@/lib/domain/matching/blocking";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { normaliseName } from "@/lib/domain/records/full-name";
import { type PartialDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { parseSex, type Sex } from "@/lib/domain/records/sex";

/** A line of a registry file: columns by their titles, all text. */
export type RegistryRow = Record<string, string | undefined>;

/** One person as it is written to the tables, with the keys by which records find them. */
export interface PersonLine {
  sourcePersonId: string;
  idNumber: string | null;
  oldIds: string[];
  fullName: string;
  birthDate: PartialDate | null;
  sex: Sex | null;
  address: string | null;
  communeCode: string | null;
  keys: number[];
}

export type PersonProblem = "personIdMissing" | "nameMissing" | "birthDateWrong";

export const REQUIRED_TITLES = ["person_id", "full_name", "birth_date", "sex"] as const;

function textOf(row: RegistryRow, title: string): string | null {
  const text = row[title]?.normalize("NFC").trim() ?? "";
  return text === "" ? null : text;
}

function birthDateOf(row: RegistryRow): PartialDate | null | "wrong" {
  const text = textOf(row, "birth_date");
  if (text === null) return null;
  const date = parseBirthDate(text);
  return date.ok ? date.value : "wrong";
}

function sexOf(row: RegistryRow): Sex | null {
  const sex = parseSex(textOf(row, "sex") ?? "");
  return sex.ok ? sex.value : null;
}

/**
 * Reads one person: `person_id` (unique), `id_number` (where the column is absent, `person_id` is the
 * number), `old_ids` joined by "|", `full_name`, `birth_date`, `sex`, `address`, `commune_code`.
 */
export function readPerson(row: RegistryRow): PersonLine | { problem: PersonProblem } {
  const sourcePersonId = textOf(row, "person_id");
  const fullName = normaliseName(row.full_name ?? "");
  const birthDate = birthDateOf(row);
  if (!sourcePersonId) return { problem: "personIdMissing" };
  if (fullName === "") return { problem: "nameMissing" };
  if (birthDate === "wrong") return { problem: "birthDateWrong" };
  const idNumber = "id_number" in row ? textOf(row, "id_number") : sourcePersonId;
  const oldIds = (textOf(row, "old_ids") ?? "").split("|").filter((one) => one !== "");
  const identity = { fullName, birthDate, sex: sexOf(row), idNumber, oldIds };
  return {
    sourcePersonId,
    ...identity,
    address: textOf(row, "address"),
    communeCode: textOf(row, "commune_code"),
    keys: personKeys({ ...identity, address: textOf(row, "address") }, MODEL_V1),
  };
}
