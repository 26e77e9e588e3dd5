import { getLevel } from "../grade";
import type { FittedFrom, IdentityField, Level, MatchModel, NameFrequencies } from "../vocabulary";
import { logChance, nothingKnown, type OtherChances, otherChances } from "./chance-of-others";
import { byField, type Chances, tellingLevels } from "./chances";
import { type EmInput, type EmResult, estimateByEm, type Pass, responsibility } from "./em";
import { numberChances } from "./number-chances";
import type { Others } from "./others";
import { ANY_BLOCK, NAME_PASSES, NUMBER_BLOCK, NUMBER_PASSES, PRIOR_PASSES } from "./passes";
import type { PatternCount } from "./pattern-count";
import { type FieldCounts, roundedBits, significant, weightsOf } from "./weights";

/** Everything that was counted in two files. */
export interface FitCounts {
  patterns: readonly PatternCount[];
  others: Record<IdentityField, Others>;
  /** Records × people, and those pairs of them in which both have a usable number. */
  allPairs: number;
  numberPairs: number;
  nearScale: number;
}

export interface FitOptions {
  base: MatchModel;
  names: NameFrequencies;
  version: string;
  fitted: Omit<FittedFrom, "rounds">;
}

export interface Fit {
  model: MatchModel;
  rounds: number;
  converged: boolean;
  logLikelihoods: number[];
}

const ALPHA = 0.5;
const TOLERANCE = 1e-8;
const MOST_ROUNDS = 300;
const START_SAME = 0.9;
const START_SHARE = 0.5;

/**
 * A model fitted to counts, without any truth: u from pairs of different people, m and the prior by
 * expectation-maximisation, weights as log2 m/u. Levels, classes, rules of harmlessness and thresholds
 * are those of `base`.
 */
export function fitModel(counts: FitCounts, options: FitOptions): Fit {
  const { base } = options;
  const start = startOf(base);
  const known: OtherChances = {
    ...nothingKnown(base),
    fullName: otherChances(base, "fullName", counts.others.fullName),
    birthDate: otherChances(base, "birthDate", counts.others.birthDate),
    sex: otherChances(base, "sex", counts.others.sex),
  };
  const byNumber = run(counts, base, { start, known, passes: NUMBER_PASSES });
  const basic = withHeard(counts, byNumber);
  known.idNumber = numberChances(base, {
    ...counts,
    others: counts.others.idNumber,
    chanceOf: (pattern) => responsibility(byNumber.input, pattern, byNumber.result),
  });
  const found = matchesIn(byNumber, NUMBER_BLOCK) / counts.allPairs;
  const whole = { share: found, pairs: counts.allPairs, known };
  const byName = run(counts, base, { ...whole, start: basic.m, passes: NAME_PASSES });
  const all = run(counts, base, { ...whole, start: byName.result.m, passes: PRIOR_PASSES });
  const matches = matchesIn(all, ANY_BLOCK);
  const seen = { ...basic.seen, idNumber: byName.result.seen.idNumber };
  const results = [byNumber.result, byName.result, all.result];
  const rounds = results.reduce((sum, result) => sum + result.rounds, 0);
  const learned: Learned = { m: byName.result.m, seen, known, prior: matches / counts.allPairs };
  return {
    model: buildModel(learned, options, rounds),
    rounds,
    converged: results.every((result) => result.converged),
    logLikelihoods: results.flatMap((result) => result.logLikelihoods),
  };
}

interface Stage {
  start: Chances;
  known: OtherChances;
  passes: Readonly<Record<string, Pass>>;
  /** Where the share of matches starts, and among how many pairs it is. */
  share?: number;
  pairs?: number;
}

interface Ran {
  input: EmInput;
  result: EmResult;
}

function run(counts: FitCounts, base: MatchModel, stage: Stage): Ran {
  const { start, known, passes } = stage;
  const input: EmInput = {
    patterns: counts.patterns,
    passes,
    start,
    startShare: stage.share ?? START_SHARE,
    ...(stage.pairs === undefined ? {} : { pairs: stage.pairs }),
    logU: logChance(known, base, unseenChance(base, known)),
    alpha: ALPHA,
    tolerance: TOLERANCE,
    mostRounds: MOST_ROUNDS,
  };
  return { input, result: estimateByEm(input) };
}

/** Where no pair of others was seen, u is what the model before says, relative to agreement. */
function unseenChance(base: MatchModel, known: OtherChances) {
  const start = startOf(base);
  return (field: IdentityField, level: string): number => {
    const [best = ""] = tellingLevels(base, field);
    const anchor = known[field][best];
    const top = getLevel(base, field, best).weight;
    const shift = anchor && anchor.seen > 0 ? Math.log2(START_SAME) - anchor.bits - top : 0;
    const weight = getLevel(base, field, level).weight + shift;
    return Math.log2(start[field][level] ?? 1) - weight;
  };
}

/** Most agree fully; the rest is spread evenly. */
function startOf(base: MatchModel): Chances {
  return byField((field) => {
    const [best, ...rest] = tellingLevels(base, field);
    const even = (1 - START_SAME) / Math.max(1, rest.length);
    return Object.fromEntries([
      [best ?? "same", START_SAME],
      ...rest.map((name): [string, number] => [name, even]),
    ]);
  });
}

/**
 * Levels that only stand where a number testifies take the place of others. Their m is counted among
 * all matches, as if every number testified, and the levels that they replace keep their own.
 */
function withHeard(counts: FitCounts, { input, result }: Ran): Pick<EmResult, "m" | "seen"> {
  const heard: Record<string, Record<string, number>> = {};
  for (const pattern of counts.patterns) {
    if (pattern.block !== NUMBER_BLOCK || !pattern.heard) continue;
    const matches = pattern.count * responsibility(input, pattern, result);
    for (const [field, level] of Object.entries(pattern.heard)) {
      const known = heard[field] ?? {};
      known[level] = (known[level] ?? 0) + matches;
      heard[field] = known;
    }
  }
  const seen = byField((field) => ({ ...result.seen[field], ...heard[field] }));
  const m = byField((field) => {
    const total = Object.values(result.seen[field]).reduce((sum, one) => sum + one, 0);
    const shares = Object.entries(heard[field] ?? {}).map(([level, matches]) => [
      level,
      (matches + ALPHA) / (total + ALPHA),
    ]);
    return { ...result.m[field], ...Object.fromEntries(shares) };
  });
  return { m, seen };
}

function matchesIn({ input, result }: Ran, block: string): number {
  return input.patterns
    .filter((pattern) => pattern.block === block)
    .reduce((sum, one) => sum + one.count * responsibility(input, one, result), 0);
}

interface Learned {
  m: Chances;
  seen: Chances;
  known: OtherChances;
  prior: number;
}

function buildModel(
  learned: Learned,
  { base, names, version, fitted }: FitOptions,
  rounds: number,
): MatchModel {
  // Wrong numbers are relatives' numbers whatever the size of the registry: what the prior loses in
  // a larger one, an agreeing number gains.
  const shift = Math.log2(fitted.statedFor / fitted.people);
  const fields = byField((field) => {
    const counts = { m: learned.m[field], seen: learned.seen[field], others: learned.known[field] };
    const weights = weightsOf({ ...base, names }, field, counts);
    return mapLevels(base, field, (name, level) => {
      const weight = weights[name];
      if (weight === undefined) return level;
      const moved = field === "idNumber" && isAgreeing(level) ? shift : 0;
      return { ...level, weight: roundedBits(weight + moved), ...shown(counts, name, moved) };
    });
  });
  const { calibration: _, version: parent, parent: __, ...rest } = base;
  return {
    version,
    parent,
    ...rest,
    prior: roundedBits(Math.log2(learned.prior / (1 - learned.prior)) - shift),
    fields,
    names,
    fitted: { ...fitted, rounds },
  };
}

const AGREEING = new Set(["same", "format", "leading_zero", "old_number"]);

function isAgreeing(level: Level): boolean {
  return AGREEING.has(level.class);
}

function shown(
  { m, seen, others }: FieldCounts,
  name: string,
  moved: number,
): Pick<Level, "m" | "u" | "seen"> {
  const other = others[name];
  return {
    m: significant(m[name] ?? 0),
    ...(other && other.seen > 0 ? { u: significant(other.mean * 2 ** -moved) } : {}),
    seen: Math.round(seen[name] ?? 0),
  };
}

function mapLevels(
  model: MatchModel,
  field: IdentityField,
  change: (name: string, level: Level) => Level,
): Record<string, Level> {
  return Object.fromEntries(
    Object.entries(model.fields[field]).map(([name, level]) => [name, change(name, level)]),
  );
}
