import type { Force } from "@/lib/domain/access/roles";
import type {
  Candidate,
  DifferenceClass,
  IdentityField,
  MatchSubject,
} from "@/lib/domain/matching/vocabulary";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";

/** What an officer can do with an invented record; a short form of the steps of a real task. */
export const PRACTICE_STEPS = ["settle", "reject", "return", "giveUp"] as const;
export type PracticeStep = (typeof PRACTICE_STEPS)[number];

export const STEPS_OF: Record<Force, readonly PracticeStep[]> = {
  hamlet: ["settle", "giveUp"],
  police: ["settle", "reject", "giveUp"],
  health: ["settle", "return"],
};

/** Values as people write them; the date as dd/MM/yyyy, MM/yyyy or yyyy. */
export interface WrittenPerson {
  fullName: string | null;
  birthDate: string | null;
  sex: Sex | null;
  idNumber: string | null;
}

/** The registry's value is right, or something had to be typed. */
export type Wanted = "registry" | { typed: string };

/** One invented record. Its texts are in `practice.json` under its id. */
export interface Exercise {
  id: string;
  /** What it teaches; mistakes are counted by it. */
  class: DifferenceClass;
  record: WrittenPerson;
  /** The invented registry's person; null where none was found. */
  person: WrittenPerson | null;
  step: PracticeStep;
  fields: Partial<Record<IdentityField, Wanted>>;
}

export function dateOf(text: string | null): MatchSubject["birthDate"] {
  const read = parseBirthDate(text ?? "");
  return read.ok ? read.value : null;
}

export function subjectOf({ birthDate, ...rest }: WrittenPerson): MatchSubject {
  return { ...rest, birthDate: dateOf(birthDate), foreign: false };
}

export function candidateOf({ birthDate, ...rest }: WrittenPerson): Candidate {
  return { ...rest, birthDate: dateOf(birthDate), personId: "practice", oldIds: [] };
}
