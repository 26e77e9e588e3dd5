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
  const least = proposalPoints(model);
  const ranked: Ranked[] = [];
  for (const candidate of candidates) {
    const scored = scorePrepared(prepared, candidate, model);
    const carries = numberAgrees(scored);
    const near = carries ? 0 : nearness(subject, candidate);
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

interface Place {
  communeCode?: string | null;
  address?: string | null;
}

function nearness({ communeCode, address }: Place, candidate: Candidate): number {
  const byAddress = address && candidate.address ? nearnessOf(address, candidate.address) : 0;
  if (byAddress > 0) return byAddress;
  return communeCode && communeCode === candidate.communeCode ? SAME_COMMUNE : 0;
}

/** Addresses with other numbers are others; one number alone says too little. */
function nearnessOf(one: string, other: string): number {
  if (one === other) return SAME_ADDRESS;
  const house = numbersOf(one);
  if (house !== numbersOf(other)) return 0;
  if (foldName(one) === foldName(other)) return SAME_ADDRESS;
  return house.includes(" ") ? SAME_HOUSE : 0;
}

/** "18/4 Võ Thị Sáu, Khu phố 6" → "18 4 6". */
function numbersOf(address: string): string {
  let numbers = "";
  let wasDigit = true;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit) numbers += wasDigit || numbers === "" ? address[at] : ` ${address[at]}`;
    wasDigit = isDigit;
  }
  return numbers;
}

/** The points at which the proposal score is reached. */
function proposalPoints({ proposalScore, prior }: MatchModel): number {
  return Math.log2(proposalScore / (1 - proposalScore)) - prior;
}
