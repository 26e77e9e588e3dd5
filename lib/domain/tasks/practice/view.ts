import type { Force } from "@/lib/domain/access/roles";
import { scoreCandidate } from "@/lib/domain/matching/score";
import type {
  FieldComparison,
  IdentityField,
  MatchModel,
  ScoredCandidate,
} from "@/lib/domain/matching/vocabulary";
import { type FieldRow, fieldRows } from "../side-by-side";
import { candidateOf, type Exercise, subjectOf, type WrittenPerson } from "./exercise";
import type { PracticeAnswer } from "./judge";

/** The rows of the screen for an invented record, by the rules that hold for real ones. */
export function practiceRows(
  { record, person }: Exercise,
  force: Force,
  model: MatchModel,
): FieldRow[] {
  const comparisons: FieldComparison[] = person
    ? scoreCandidate(subjectOf(record), candidateOf(person), model).fields
    : [];
  const sources = { record: { ...record }, other: person && { ...person }, comparisons };
  return fieldRows({ ...sources, confirmed: false }, force);
}

function valueNow(exercise: Exercise, field: IdentityField, value: PracticeAnswer["value"]) {
  const given = value[field];
  if (given?.choice === "registry") return exercise.person?.[field] ?? null;
  if (given?.choice === "edit") return given.value.trim() || null;
  return exercise.record[field];
}

/** What the engine says of the record as the form has it now; null with nobody to compare with. */
export function practiceScore(
  exercise: Exercise,
  value: PracticeAnswer["value"],
  model: MatchModel,
): ScoredCandidate | null {
  if (!exercise.person) return null;
  const now = {
    fullName: valueNow(exercise, "fullName", value),
    birthDate: valueNow(exercise, "birthDate", value),
    sex: valueNow(exercise, "sex", value) as WrittenPerson["sex"],
    idNumber: valueNow(exercise, "idNumber", value),
  };
  return scoreCandidate(subjectOf(now), candidateOf(exercise.person), model);
}
