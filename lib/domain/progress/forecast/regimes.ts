import type { Chance } from "./chance";
import { median } from "./weeks";

/** What was seen in one week, and how much it counts: 1 for a full week. */
export interface Seen {
  value: number;
  weight: number;
}

/** What is believed before a unit's own weeks speak. */
export interface Belief {
  /** chance that a full week begins something new */
  change: number;
  /** chance that a week is unlike the others and means nothing */
  odd: number;
  /** how far apart two levels usually lie */
  spread: number;
  /** how far a week usually lies from its level, and how many weeks that belief is worth */
  noise: number;
  worth: number;
}

/** Weeks since the last change: normal values with unknown mean and variance (normal-inverse-gamma). */
interface Run {
  chance: number;
  weight: number;
  mean: number;
  shape: number;
  scale: number;
}

/** The level of now, as likely as it is; `noise` is the deviation of one full week. */
export interface Level {
  mean: number;
  noise: number;
}

export interface Regimes {
  /** the middle of all weeks */
  centre: number;
  draw: (chance: Chance) => Level;
}

const SHAPE = 3;
const NORMAL = 0.6745;

/** Deviation of a week from its level, by the median of steps, which a jump doesn't move. */
function noiseOf(seen: readonly Seen[], { noise, worth }: Belief): number {
  const steps = seen.slice(1).map(({ value, weight }, at) => {
    const before = seen[at];
    return before ? Math.abs(value - before.value) / Math.sqrt(1 / weight + 1 / before.weight) : 0;
  });
  const own = median(steps) / NORMAL;
  return Math.sqrt((steps.length * own ** 2 + worth * noise ** 2) / (steps.length + worth));
}

/** Density of Student's t; the ratio of gammas by its series, good to five digits from shape 1 on. */
function likelihood(run: Run, { value, weight }: Seen): number {
  const { shape, scale } = run;
  const variance = (scale / shape) * (1 / run.weight + 1 / weight);
  const ratio = Math.sqrt(shape) * (1 - 1 / (8 * shape) + 1 / (128 * shape ** 2));
  const distance = (value - run.mean) ** 2 / (2 * shape * variance);
  return (ratio * (1 + distance) ** (-shape - 0.5)) / Math.sqrt(2 * Math.PI * shape * variance);
}

/** A run that has seen a week, as far as the week is one of its own and none that is only odd. */
function withWeek(run: Run, seen: Seen, broad: number): Run {
  const own = likelihood(run, seen);
  const total = own + broad;
  const weight = (seen.weight * own) / total;
  const sum = run.weight + weight;
  const off = seen.value - run.mean;
  return {
    chance: run.chance * total,
    weight: sum,
    mean: run.mean + (weight * off) / sum,
    shape: run.shape + own / total / 2,
    scale: run.scale + (run.weight * weight * off ** 2) / sum / 2,
  };
}

function pick(runs: readonly Run[], at: number): Run | undefined {
  let left = at;
  return runs.find(({ chance }) => {
    left -= chance;
    return left < 0;
  });
}

/**
 * Since when things have been as they are, and how they are: Bayesian online change-point detection
 * (R. P. Adams and D. J. C. MacKay, 2007), robust against single odd weeks. Values are of any scale;
 * at least one is needed.
 */
export function regimesOf(seen: readonly Seen[], belief: Belief): Regimes {
  const centre = median(seen.map(({ value }) => value));
  const noise = noiseOf(seen, belief);
  const fresh: Run = {
    chance: 1,
    weight: (noise / belief.spread) ** 2,
    mean: centre,
    shape: SHAPE,
    scale: SHAPE * noise ** 2,
  };
  const broad = belief.odd / (4 * belief.spread);
  let runs: Run[] = [];
  for (const week of seen) {
    const change = Math.min(0.5, belief.change * week.weight);
    const begun = { ...fresh, chance: runs.length === 0 ? 1 : change };
    const kept = runs.map((run) => ({ ...run, chance: run.chance * (1 - change) }));
    const all = [...kept, begun].map((run) => withWeek(run, week, broad));
    const sum = all.reduce((total, { chance }) => total + chance, 0);
    runs = all.map((run) => ({ ...run, chance: run.chance / sum }));
  }
  return {
    centre,
    draw: (chance) => {
      const run = pick(runs, chance.next()) ?? runs.at(-1) ?? fresh;
      const variance = run.scale / chance.gamma(run.shape);
      const mean = run.mean + Math.sqrt(variance / run.weight) * chance.normal();
      return { mean, noise: Math.sqrt(variance) };
    },
  };
}
