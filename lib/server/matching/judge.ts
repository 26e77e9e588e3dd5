import { usableNumber } from "@/lib/domain/matching/compare-id-number";
import { matchRecord } from "@/lib/domain/matching/decide";
import { nextRound, type Round } from "@/lib/domain/matching/rounds";
import type {
  Candidate,
  MatchDecision,
  MatchModel,
  MatchSubject,
} from "@/lib/domain/matching/vocabulary";
import type { PartialDate } from "@/lib/domain/records/partial-date";

/** A record and those who may be meant by it, found in the rounds up to `after`. */
export interface Question {
  subject: MatchSubject;
  candidates: Candidate[];
  after: Round;
}

export interface Judged {
  decision: MatchDecision;
  /** the commune in which, by the registry, the only person who carries the record's number lives */
  residence: string | null;
}

/** The decision, or the keys of whom else to look at and in which round. */
export type Answer = { judged: Judged } | { judged: null; round: Round; keys: number[] };

/**
 * What the people known so far say of each record, in the order asked: most are settled by those who
 * carry the number. Pure, and the same wherever it runs: this is what the threads of the worker do.
 */
export function judgeAll(questions: readonly Question[], model: MatchModel): Answer[] {
  return questions.map((question) => {
    const { subject, candidates, after } = question;
    const isAlone = concernedIn(question) !== candidates;
    const next = isAlone ? null : nextRound({ subject, known: candidates, after }, model);
    return next ? { judged: null, ...next } : { judged: judge(question, model) };
  });
}

function judge(question: Question, model: MatchModel): Judged {
  const { subject, candidates } = question;
  const carrier = onlyCarrier(subject, candidates);
  const residence = carrier?.idNumber === subject.idNumber ? carrier?.communeCode : null;
  const decision = matchRecord(subject, concernedIn(question), model);
  return { decision, residence: residence ?? null };
}

/**
 * Whoever agrees in all four fields with the only person of their number is compared with that
 * person alone: nothing is to be learnt from namesakes, and nobody need see them. The set-based pass
 * finds the same records.
 */
function concernedIn({ subject, candidates }: Question): Candidate[] {
  const carrier = onlyCarrier(subject, candidates);
  return carrier && saysTheSame(subject, carrier) ? [carrier] : candidates;
}

function onlyCarrier(subject: MatchSubject, candidates: readonly Candidate[]): Candidate | null {
  const number = subject.idNumber;
  if (number === null) return null;
  const [only, other] = candidates.filter(
    (one) => one.idNumber === number || one.oldIds.includes(number),
  );
  return only && !other ? only : null;
}

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
