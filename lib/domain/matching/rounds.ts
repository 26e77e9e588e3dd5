import { numberKeys, sameNameKeys, similarKeys } from "./blocking";
import { decide, matchRecord } from "./decide";
import { bestFirst, judgeCandidates, rankCandidates } from "./rank-candidates";
import { isSettledByNumber, reachVerdict } from "./verdict";
import type { Candidate, MatchDecision, MatchModel, MatchSubject } from "./vocabulary";

/** Gives the people who are found under at least one of these keys, each once. */
export type LookUp = (keys: number[]) => Candidate[];

/**
 * Matches one record, looking up no more people than the answer needs: first those who carry its
 * number; then, where they leave something open, whoever has its name and date; everybody who
 * resembles it only where the number leads to nobody who can be meant.
 */
export function matchInRounds(
  subject: MatchSubject,
  lookUp: LookUp,
  model: MatchModel,
): MatchDecision {
  if (subject.foreign) return matchRecord(subject, [], model);
  const holders = lookUp(numberKeys(subject));
  const first = judgeCandidates(subject, holders, model);
  const ranked = bestFirst(first);
  const verdict = reachVerdict(subject, ranked, model);
  if (isSettledByNumber(ranked, verdict, model)) {
    return decide({ subject, candidates: holders, ranked, verdict }, model);
  }
  const further = lookUp(keysAfter(subject, verdict, model)).filter(
    (one) => !holders.some((holder) => holder.personId === one.personId),
  );
  if (further.length === 0) return decide({ subject, candidates: holders, ranked, verdict }, model);
  const all = bestFirst([...first, ...judgeCandidates(subject, further, model)]);
  const candidates = [...holders, ...further];
  const last = reachVerdict(subject, all, model);
  return decide({ subject, candidates, ranked: all, verdict: last }, model);
}

/** The keys of the second round, once those who carry the number are known; none: it is settled. */
export function furtherKeys(
  subject: MatchSubject,
  holders: readonly Candidate[],
  model: MatchModel,
): number[] {
  if (subject.foreign) return [];
  const ranked = rankCandidates(subject, holders, model);
  const verdict = reachVerdict(subject, ranked, model);
  return isSettledByNumber(ranked, verdict, model) ? [] : keysAfter(subject, verdict, model);
}

function keysAfter(
  subject: MatchSubject,
  verdict: ReturnType<typeof reachVerdict>,
  model: MatchModel,
): number[] {
  return verdict.outcome === "unmatched" || verdict.reference === null
    ? similarKeys(subject, { model, asRecord: true })
    : sameNameKeys(subject, model);
}
