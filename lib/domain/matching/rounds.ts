import { addressKeys, numberKeys, sameNameKeys, similarKeys } from "./blocking";
import { decide, matchRecord } from "./decide";
import { bestFirst, judgeCandidates, type Ranked } from "./rank-candidates";
import { isPlainFit, isSettledByNumber, reachVerdict, type Verdict } from "./verdict";
import type {
  Candidate,
  MatchDecision,
  MatchModel,
  MatchSubject,
  ScoredCandidate,
} from "./vocabulary";

/**
 * People are looked up in rounds, no more of them than the answer needs: first those who carry the
 * number; then whoever has the name and date, or, where the number leads to nobody who can be meant,
 * the given name at the address; last everybody who resembles the record in any way, unless somebody
 * fits in name, date and sex.
 */
export const ROUNDS = [1, 2, 3] as const;
export type Round = (typeof ROUNDS)[number];

/** Gives the people who are found under at least one of these keys, each once. */
export type LookUp = (keys: number[]) => Candidate[];

/** The keys of a round, once the people of the rounds before are known; none: nobody is to be looked up. */
export function keysOfRound(
  { subject, known, round }: { subject: MatchSubject; known: readonly Candidate[]; round: Round },
  model: MatchModel,
): number[] {
  if (subject.foreign) return [];
  if (round === 1) return numberKeys(subject);
  const ranked = bestFirst(judgeCandidates(subject, known, model));
  const verdict = reachVerdict(subject, ranked, model);
  return keysAfter({ subject, ranked, verdict, round }, model);
}

/** The next round that has somebody to look up, after `after`; null: all who may be meant are known. */
export function nextRound(
  { subject, known, after }: { subject: MatchSubject; known: readonly Candidate[]; after: Round },
  model: MatchModel,
): { round: Round; keys: number[] } | null {
  for (const round of ROUNDS) {
    if (round <= after) continue;
    const keys = keysOfRound({ subject, known, round }, model);
    if (keys.length > 0) return { round, keys };
  }
  return null;
}

interface Reached {
  subject: MatchSubject;
  ranked: ScoredCandidate[];
  verdict: Verdict;
  round: Round;
}

function keysAfter({ subject, ranked, verdict, round }: Reached, model: MatchModel): number[] {
  if (isSettledByNumber(ranked, verdict, model)) return [];
  const isOpen = verdict.outcome === "unmatched" || !ranked.some((one) => one === verdict.holder);
  if (round === 2) {
    const named = sameNameKeys(subject, model);
    return isOpen ? [...named, ...addressKeys(subject, model)] : named;
  }
  if (!isOpen || ranked.some(isPlainFit)) return [];
  return similarKeys(subject, { model, asRecord: true });
}

/** Matches one record, looking people up as it needs them. */
export function matchInRounds(
  subject: MatchSubject,
  lookUp: LookUp,
  model: MatchModel,
): MatchDecision {
  if (subject.foreign) return matchRecord(subject, [], model);
  const candidates: Candidate[] = [];
  const judged: Ranked[] = [];
  let ranked: ScoredCandidate[] = [];
  let verdict = reachVerdict(subject, ranked, model);
  for (const round of ROUNDS) {
    const keys =
      round === 1 ? numberKeys(subject) : keysAfter({ subject, ranked, verdict, round }, model);
    const found = keys.length === 0 ? [] : newAmong(candidates, lookUp(keys));
    if (found.length === 0) continue;
    candidates.push(...found);
    judged.push(...judgeCandidates(subject, found, model));
    ranked = bestFirst(judged);
    verdict = reachVerdict(subject, ranked, model);
  }
  return decide({ subject, candidates, ranked, verdict }, model);
}

function newAmong(known: readonly Candidate[], found: Candidate[]): Candidate[] {
  if (known.length === 0) return found;
  return found.filter((one) => !known.some((other) => other.personId === one.personId));
}
