import { IDENTITY_FIELDS, type IdentityField } from "../vocabulary";
import { byField, type Chances, smoothed } from "./chances";
import type { PatternCount } from "./pattern-count";

/**
 * How the pairs of one block take part. `weigh`: fields whose agreement is evidence there, `learn`:
 * fields whose m is learned there. A field that the block itself fixes is not learned; one that it
 * fixes wholly is not weighed either.
 */
export interface Pass {
  weigh: readonly IdentityField[];
  learn: readonly IdentityField[];
}

export interface EmInput {
  patterns: readonly PatternCount[];
  passes: Readonly<Record<string, Pass>>;
  /** Where m starts, and which levels of each field tell anything. */
  start: Chances;
  startShare: number;
  /**
   * Of how many pairs each block holds the matches; pairs that are not among the patterns are then
   * known to be others. Where it is not given the patterns are all the pairs there are.
   */
  pairs?: number;
  /** log2 of the chance that another person agrees at this level; `band` is the rarity of the name. */
  logU: (field: IdentityField, level: string, band: number) => number;
  /** Added to each level's count of matches. */
  alpha: number;
  tolerance: number;
  mostRounds: number;
}

export interface EmResult {
  m: Chances;
  /** Expected matches behind each m. */
  seen: Chances;
  /** Share of matches among the pairs of each block. */
  shares: Record<string, number>;
  /** Bits, summed over the pairs; never falls by more than the smoothing allows. */
  logLikelihoods: number[];
  rounds: number;
  converged: boolean;
}

/** Odds are kept within 2^±60 so that no share becomes exactly 0 or 1. */
const MOST_BITS = 60;

/**
 * Expectation-maximisation on counts of agreement patterns, with u fixed: how often each level occurs
 * among matches, and how many pairs of each block are matches, without looking at any truth. Patterns
 * with a label count wholly as what people said. Each block has a share of its own.
 */
export function estimateByEm(input: EmInput): EmResult {
  let m = input.start;
  let shares = Object.fromEntries(
    Object.keys(input.passes).map((name) => [name, input.startShare]),
  );
  let seen = m;
  const logLikelihoods: number[] = [];
  let converged = false;
  while (!converged && logLikelihoods.length < input.mostRounds) {
    const round = expect(input, m, shares);
    logLikelihoods.push(round.logLikelihood);
    const next = byField((field) =>
      isLearned(input, field) ? smoothed(round.seen[field], input.alpha) : m[field],
    );
    const nextShares = sharesOf(input, round);
    converged =
      farthest(m, next) < input.tolerance && farthestRatio(shares, nextShares) < input.tolerance;
    m = next;
    shares = nextShares;
    seen = round.seen;
  }
  return { m, seen, shares, logLikelihoods, rounds: logLikelihoods.length, converged };
}

interface Round {
  seen: Chances;
  pairs: Record<string, number>;
  matches: Record<string, number>;
  logLikelihood: number;
}

/** One E-step: every pattern is divided between matches and others. */
function expect(input: EmInput, m: Chances, shares: Record<string, number>): Round {
  const round: Round = {
    seen: byField((field) => mapZero(input.start[field])),
    pairs: {},
    matches: {},
    logLikelihood: 0,
  };
  for (const pattern of input.patterns) {
    const pass = input.passes[pattern.block];
    if (!pass) continue;
    const { chance, logLikelihood } = judge(input, pattern, {
      m,
      share: shares[pattern.block] ?? 0,
    });
    round.logLikelihood += pattern.count * logLikelihood;
    add(round.pairs, pattern.block, pattern.count);
    add(round.matches, pattern.block, pattern.count * chance);
    for (const field of pass.learn) {
      const level = pattern.levels[field];
      if (level in round.seen[field]) add(round.seen[field], level, pattern.count * chance);
    }
  }
  return round;
}

interface Judged {
  /** The chance that a pair of the pattern is a match. */
  chance: number;
  logLikelihood: number;
}

function judge(
  input: EmInput,
  pattern: PatternCount,
  { m, share }: { m: Chances; share: number },
): Judged {
  const bits = evidence(input, pattern, m);
  const odds = Math.log2(share) - Math.log2(1 - share) + bits;
  if (pattern.label === "match") return { chance: 1, logLikelihood: Math.log2(share) + bits };
  if (pattern.label === "other") return { chance: 0, logLikelihood: Math.log2(1 - share) };
  const chance = 1 / (1 + 2 ** -Math.max(-MOST_BITS, Math.min(MOST_BITS, odds)));
  return { chance, logLikelihood: Math.log2(1 - share) - Math.log2(1 - chance) };
}

/** Bits of evidence that the weighed fields give; neutral levels give none. */
function evidence(input: EmInput, { levels, band, block }: PatternCount, m: Chances): number {
  let bits = 0;
  for (const field of input.passes[block]?.weigh ?? []) {
    const chance = m[field][levels[field]];
    if (chance !== undefined) {
      bits += Math.log2(chance) - input.logU(field, levels[field], band);
    }
  }
  return bits;
}

/** The chance that pairs of a pattern are matches, once m and the shares are known. */
export function responsibility(
  input: EmInput,
  pattern: PatternCount,
  found: Pick<EmResult, "m" | "shares">,
): number {
  return judge(input, pattern, { m: found.m, share: found.shares[pattern.block] ?? 0 }).chance;
}

function isLearned(input: EmInput, field: IdentityField): boolean {
  return Object.values(input.passes).some((pass) => pass.learn.includes(field));
}

function sharesOf(input: EmInput, round: Round): Record<string, number> {
  const entries = Object.keys(input.passes).map((name) => {
    const pairs = input.pairs ?? round.pairs[name] ?? 0;
    // Half a match and half another are added, so that a share is never exactly 0 or 1.
    return [name, ((round.matches[name] ?? 0) + 0.5) / (pairs + 1)];
  });
  return Object.fromEntries(entries);
}

function farthest(a: Chances, b: Chances): number {
  return Math.max(...IDENTITY_FIELDS.map((field) => farthestShare(a[field], b[field])));
}

function farthestShare(a: Record<string, number>, b: Record<string, number>): number {
  return Math.max(0, ...Object.keys(b).map((name) => Math.abs((a[name] ?? 0) - (b[name] ?? 0))));
}

/** Shares may be as small as one in a registry: what counts is how much they change in proportion. */
function farthestRatio(a: Record<string, number>, b: Record<string, number>): number {
  return Math.max(
    0,
    ...Object.keys(b).map((name) => Math.abs(1 - (a[name] ?? 0) / (b[name] ?? 1))),
  );
}

function add(counts: Record<string, number>, name: string, by: number): void {
  counts[name] = (counts[name] ?? 0) + by;
}

function mapZero(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));
}
