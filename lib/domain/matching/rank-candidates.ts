import { foldName } from "@/lib/domain/records/full-name";
import { prepareSubject } from "./compare-identity";
import { compareRank, numberAgrees, scorePrepared } from "./score";
import type { Candidate, MatchModel, MatchSubject, ScoredCandidate } from "./vocabulary";

/**
 * Scores every candidate and keeps those that mean something: who carries the number, or reaches the
 * proposal score. Best first, in an order that does not depend on the order given. Living close by
 * helps to find a person: it counts for the order and for proposing, and never for the score.
 */
export function rankCandidates(
  subject: MatchSubject,
  candidates: readonly Candidate[],
  model: MatchModel,
): ScoredCandidate[] {
  if (candidates.length === 0) return [];
  const prepared = prepareSubject(subject, model);
  const persons = new Map(candidates.map((candidate) => [candidate.personId, candidate]));
  const address = addressKey(subject.address);
  const least = proposalPoints(model);
  return [...persons.values()]
    .map((candidate) => ({
      scored: scorePrepared(prepared, candidate, model),
      near: nearness(subject, { candidate, address }),
    }))
    .filter(({ scored, near }) => numberAgrees(scored) || scored.points + near >= least)
    .sort(compareRank)
    .map(({ scored }) => scored);
}

/** Bits that a place adds: the same address, the same house number, the same commune. */
const SAME_ADDRESS = 8;
const SAME_HOUSE = 5;
const SAME_COMMUNE = 2;

interface AddressKey {
  text: string;
  /** The numbers in it, at least two; one alone says too little. */
  house: string | null;
}

function addressKey(address: string | null | undefined): AddressKey | null {
  if (!address) return null;
  const numbers = address.match(/[0-9]+/g) ?? [];
  return { text: foldName(address), house: numbers.length > 1 ? numbers.join(" ") : null };
}

function nearness(
  subject: MatchSubject,
  { candidate, address }: { candidate: Candidate; address: AddressKey | null },
): number {
  const other = address ? addressKey(candidate.address) : null;
  if (address && other && address.text === other.text) return SAME_ADDRESS;
  if (address?.house && address.house === other?.house) return SAME_HOUSE;
  const commune = subject.communeCode;
  return commune && commune === candidate.communeCode ? SAME_COMMUNE : 0;
}

/** The points at which the proposal score is reached. */
function proposalPoints({ proposalScore, prior }: MatchModel): number {
  return Math.log2(proposalScore / (1 - proposalScore)) - prior;
}
