import { prepareSubject } from "./compare-identity";
import { compareRank, numberAgrees, scorePrepared } from "./score";
import type { Candidate, MatchModel, MatchSubject, ScoredCandidate } from "./vocabulary";

/**
 * Scores every candidate and keeps those that mean something: who carries the number, or reaches the
 * proposal score. Best first, in an order that does not depend on the order given.
 */
export function rankCandidates(
  subject: MatchSubject,
  candidates: readonly Candidate[],
  model: MatchModel,
): ScoredCandidate[] {
  const prepared = prepareSubject(subject, model);
  const persons = new Map(candidates.map((candidate) => [candidate.personId, candidate]));
  return [...persons.values()]
    .map((candidate) => ({
      scored: scorePrepared(prepared, candidate, model),
      nearby: isNearby(subject, candidate),
    }))
    .filter(({ scored }) => numberAgrees(scored) || scored.score >= model.proposalScore)
    .sort(compareRank)
    .map(({ scored }) => scored);
}

function isNearby(subject: MatchSubject, candidate: Candidate): boolean {
  return Boolean(subject.communeCode) && subject.communeCode === candidate.communeCode;
}
