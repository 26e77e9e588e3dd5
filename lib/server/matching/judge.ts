import { usableNumber } from "@/lib/domain/matching/compare-id-number";
import { matchRecord } from "@/lib/domain/matching/decide";
import { furtherKeys } from "@/lib/domain/matching/rounds";
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

/** What those who carry the number leave open: the decision, or the keys of whom else to look at. */
export interface Opened {
  judged: Judged | null;
  keys: number[];
}

/**
 * The first round, with the people who carry the record's number: most records are settled by them.
 * Pure, and the same wherever it runs: this is what the threads of the worker do.
 */
export function judgeHolders(questions: readonly Question[], model: MatchModel): Opened[] {
  return questions.map((question) => {
    const concerned = concernedIn(question);
    const keys =
      concerned === question.candidates ? furtherKeys(question.subject, concerned, model) : [];
    return { keys, judged: keys.length === 0 ? judge(question, model) : null };
  });
}

/** What the engine says of each record, in their order, with everybody who may be meant. */
export function judgeAll(questions: readonly Question[], model: MatchModel): Judged[] {
  return questions.map((question) => judge(question, model));
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
