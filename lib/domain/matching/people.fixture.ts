import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Candidate, MatchSubject } from "./vocabulary";

/** Invented people for the tests of matching. Dates are written as in a file. */
type Written<T> = Partial<Omit<T, "birthDate"> & { birthDate: string | null }>;

const HOA = {
  fullName: "Nguyễn Thị Hòa",
  birthDate: "12/03/1985",
  sex: "female" as const,
  idNumber: "079185001234",
};

function readDate(text: string | null) {
  const read = parseBirthDate(text ?? "");
  return read.ok ? read.value : null;
}

export function aRecord(given: Written<MatchSubject> = {}): MatchSubject {
  const { birthDate, ...rest } = { ...HOA, foreign: false, ...given };
  return { ...rest, birthDate: readDate(birthDate) };
}

export function aPerson(given: Written<Candidate> = {}): Candidate {
  const { birthDate, ...rest } = { ...HOA, personId: "p1", oldIds: ["024123457"], ...given };
  return { ...rest, birthDate: readDate(birthDate) };
}
