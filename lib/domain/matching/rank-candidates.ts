import { foldName } from "@/lib/domain/records/full-name";
import { prepareSubject } from "./compare-identity";
import { compareRank, numberAgrees, scorePrepared } from "./score";
import type { Candidate, MatchModel, MatchSubject, ScoredCandidate } from "./vocabulary";

/** A candidate with its place in the order: `near` are bits for living close by. */
export interface Ranked {
  scored: ScoredCandidate;
  near: number;
}

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
  return bestFirst(judgeCandidates(subject, candidates, model));
}

/** Those who mean something, in no order. */
export function judgeCandidates(
  subject: MatchSubject,
  candidates: readonly Candidate[],
  model: MatchModel,
): Ranked[] {
  if (candidates.length === 0) return [];
  const prepared = prepareSubject(subject, model);
  const place = { communeCode: subject.communeCode, address: addressKey(subject.address) };
  const least = proposalPoints(model);
  const ranked: Ranked[] = [];
  for (const candidate of candidates) {
    const scored = scorePrepared(prepared, candidate, model);
    const carries = numberAgrees(scored);
    const near = carries ? 0 : nearness(place, candidate);
    if (carries || scored.points + near >= least) ranked.push({ scored, near });
  }
  return ranked;
}

/** Each person once, the best first. */
export function bestFirst(ranked: readonly Ranked[]): ScoredCandidate[] {
  if (ranked.length < 2) return ranked.map(({ scored }) => scored);
  const persons = new Map(ranked.map((one) => [one.scored.personId, one]));
  return [...persons.values()].sort(compareRank).map(({ scored }) => scored);
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

interface Place {
  communeCode?: string | null;
  address: AddressKey | null;
}

const KEYS = new Map<string, AddressKey>();
const MOST_REMEMBERED = 1_000;

/** Neighbours are compared with one record after another: their addresses are remembered for a while. */
function addressKey(address: string | null | undefined): AddressKey | null {
  if (!address) return null;
  const known = KEYS.get(address);
  if (known) return known;
  const numbers = address.match(/[0-9]+/g) ?? [];
  const made = { text: foldName(address), house: numbers.length > 1 ? numbers.join(" ") : null };
  if (KEYS.size >= MOST_REMEMBERED) KEYS.clear();
  KEYS.set(address, made);
  return made;
}

function nearness({ communeCode, address }: Place, candidate: Candidate): number {
  const byAddress = address ? nearnessOf(address, addressKey(candidate.address)) : 0;
  if (byAddress > 0) return byAddress;
  return communeCode && communeCode === candidate.communeCode ? SAME_COMMUNE : 0;
}

function nearnessOf(one: AddressKey, other: AddressKey | null): number {
  if (one.text === other?.text) return SAME_ADDRESS;
  return one.house && one.house === other?.house ? SAME_HOUSE : 0;
}

/** The points at which the proposal score is reached. */
function proposalPoints({ proposalScore, prior }: MatchModel): number {
  return Math.log2(proposalScore / (1 - proposalScore)) - prior;
}
