import "server-only";
import type { Candidate, MatchSubject } from "@/lib/domain/matching/vocabulary";
import type { Identity } from "@/lib/domain/records/identity";
import type { PartialDate } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";

/** The columns of an identity, as both `record` and the registry's function give them. */
export interface IdentityRow {
  full_name: string | null;
  birth_date: string | null;
  birth_precision: string | null;
  sex: string | null;
  id_number: string | null;
}

export interface SubjectRow extends IdentityRow {
  id: string;
  foreign: boolean;
  address: string | null;
  unit_id: string;
  unit_path: string;
  version: number;
}

export interface PersonRow extends IdentityRow {
  record_id: string;
  person_id: string;
  old_ids: string[];
  full_name: string;
  address: string | null;
  commune_code: string | null;
}

export function dateOf(row: IdentityRow): PartialDate | null {
  if (!row.birth_date) return null;
  return {
    value: row.birth_date,
    precision: (row.birth_precision ?? "day") as PartialDate["precision"],
  };
}

/** The four fields of a row. */
export function identityOf(row: IdentityRow): Identity {
  return {
    fullName: row.full_name,
    birthDate: dateOf(row),
    sex: row.sex as Sex | null,
    idNumber: row.id_number,
  };
}

export function subjectOf(row: SubjectRow): MatchSubject {
  return { ...identityOf(row), foreign: row.foreign, address: row.address };
}

export function candidateOf(row: PersonRow): Candidate {
  return {
    ...identityOf(row),
    personId: row.person_id,
    oldIds: row.old_ids,
    address: row.address,
    communeCode: row.commune_code,
  };
}

export const SUBJECT_COLUMNS =
  'id, full_name, birth_date, birth_precision, sex, id_number, "foreign", address, unit_id, unit_path, version';
