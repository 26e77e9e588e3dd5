import { usableNumber } from "@/lib/domain/matching/compare-id-number";
import { matchRecord } from "@/lib/domain/matching/decide";
import type {
  Candidate,
  MatchDecision,
  MatchModel,
  MatchSubject,
} from "@/lib/domain/matching/vocabulary";
import type { PartialDate } from "@/lib/domain/records/partial-date";

/** A record and those who may be meant by it. */
export interface Question {
  subject: MatchSubject;
  candidates: Candidate[];
}

export interface Judged {
  decision: MatchDecision;
  /** the commune in which, by the registry, the only person who carries the record's number lives */
  residence: string | null;
}

/**
 * What the engine says of each record, in their order. Pure, and the same wherever it runs: this is
 * what the threads of the worker do.
 */
export function judgeAll(questions: readonly Question[], model: MatchModel): Judged[] {
  return questions.map(({ subject, candidates }) => {
    const carrier = onlyCarrier(subject, candidates);
    const concerned = carrier && saysTheSame(subject, carrier) ? [carrier] : candidates;
    const residence = carrier?.idNumber === subject.idNumber ? carrier?.communeCode : null;
    return { decision: matchRecord(subject, concerned, model), residence: residence ?? null };
  });
}

function onlyCarrier(subject: MatchSubject, candidates: readonly Candidate[]): Candidate | null {
  const number = subject.idNumber;
  if (number === null) return null;
  const [only, other] = candidates.filter(
    (one) => one.idNumber === number || one.oldIds.includes(number),
  );
  return only && !other ? only : null;
}

/**
 * Whoever agrees in all four fields with the only person of their number is compared with that
 * person alone: nothing is to be learnt from namesakes, and nobody need see them. The set-based pass
 * finds the same records.
 */
function saysTheSame(subject: MatchSubject, person: Candidate): boolean {
  return (
    subject.sex !== null &&
    subject.sex === person.sex &&
    subject.idNumber === person.idNumber &&
    subject.idNumber === usableNumber(subject.idNumber) &&
    subject.fullName?.toLowerCase() === person.fullName?.toLowerCase() &&
    isSameDay(subject.birthDate, person.birthDate)
  );
}

function isSameDay(a: PartialDate | null, b: PartialDate | null): boolean {
  return a?.precision === "day" && b?.precision === "day" && a.value === b.value;
}
