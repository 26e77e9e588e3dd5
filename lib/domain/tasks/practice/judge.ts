import { compareIdentity } from "@/lib/domain/matching/compare-identity";
import type { DifferenceClass, IdentityField, MatchModel } from "@/lib/domain/matching/vocabulary";
import { parseSex } from "@/lib/domain/records/sex";
import { candidateOf, type Exercise, subjectOf, type Wanted, type WrittenPerson } from "./exercise";

/** What the form holds of a field: which side was taken, or what was typed. */
export interface Given {
  choice: string | null;
  value: string;
}

export interface PracticeAnswer {
  step: string;
  value: Partial<Record<IdentityField, Given>>;
}

export interface Judgement {
  right: boolean;
  /** the step itself was the right one */
  step: boolean;
  /** fields that ought to hold something else */
  fields: IdentityField[];
}

const NOBODY: WrittenPerson = { fullName: null, birthDate: null, sex: null, idNumber: null };
/** Two ways to write one value, as the engine sees it. */
const EQUAL: readonly DifferenceClass[] = ["same", "format"];

function personOf(field: IdentityField, text: string | null): WrittenPerson {
  if (field !== "sex") return { ...NOBODY, [field]: text };
  const sex = parseSex(text ?? "");
  return { ...NOBODY, sex: sex.ok ? sex.value : null };
}

interface Typed {
  field: IdentityField;
  text: string;
  target: string;
}

function isWritten({ field, text, target }: Typed, model: MatchModel): boolean {
  const typed = text.normalize("NFC").trim();
  if (typed === "") return false;
  const compared = compareIdentity(
    subjectOf(personOf(field, typed)),
    candidateOf(personOf(field, target)),
    model,
  );
  return compared.some((one) => one.field === field && EQUAL.includes(one.class));
}

interface Asked {
  exercise: Exercise;
  field: IdentityField;
  wanted: Wanted;
}

function holds({ exercise, field, wanted }: Asked, given: Given | undefined, model: MatchModel) {
  if (!given) return false;
  if (given.choice === wanted) return true;
  const target = wanted === "registry" ? exercise.person?.[field] : wanted.typed;
  if (given.choice !== "edit" || !target) return false;
  return isWritten({ field, text: given.value, target }, model);
}

/** Whether an answer is right; the engine itself says when a typed value is the wanted one. */
export function judge(exercise: Exercise, answer: PracticeAnswer, model: MatchModel): Judgement {
  const step = answer.step === exercise.step;
  const wanted = Object.entries(exercise.fields) as [IdentityField, Wanted][];
  const fields = wanted
    .filter(([field, value]) => {
      return !holds({ exercise, field, wanted: value }, answer.value[field], model);
    })
    .map(([field]) => field);
  return { right: step && fields.length === 0, step, fields };
}

export interface PracticeScore {
  right: number;
  total: number;
  /** by class, only those of which something went wrong */
  mistakes: Partial<Record<DifferenceClass, number>>;
}

/** The first answer to each exercise counts; one that is missing is wrong. */
export function scorePractice(
  exercises: readonly Exercise[],
  answers: Readonly<Record<string, PracticeAnswer>>,
  model: MatchModel,
): PracticeScore {
  const score: PracticeScore = { right: 0, total: exercises.length, mistakes: {} };
  for (const exercise of exercises) {
    const answer = Object.hasOwn(answers, exercise.id) ? answers[exercise.id] : undefined;
    if (answer && judge(exercise, answer, model).right) score.right += 1;
    else score.mistakes[exercise.class] = (score.mistakes[exercise.class] ?? 0) + 1;
  }
  return score;
}
