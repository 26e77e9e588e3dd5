/** A value with its precision (one over its variance). */
export interface Uncertain {
  value: number;
  precision: number;
}

const ROUNDS = 5_000;
const CLOSE = 1e-12;

/**
 * The values nearest to those given (least squares by precision) of which none of `better` is lower
 * than its `worse`: isotonic regression on a partial order, by Dykstra's cyclic projections. Values
 * that keep the order already come back unchanged.
 */
export function keepOrder(
  given: Readonly<Record<string, Uncertain>>,
  order: readonly (readonly [better: string, worse: string])[],
): Record<string, number> {
  const values = new Map(Object.entries(given).map(([name, { value }]) => [name, value]));
  const steps = order.flatMap(([better, worse]): Step[] =>
    given[better] && given[worse] ? [{ better, worse, pull: [0, 0] }] : [],
  );
  for (let round = 0; round < ROUNDS; round++) {
    const moved = steps.map((step) => project(step, values, given));
    if (Math.max(0, ...moved) < CLOSE) break;
  }
  return Object.fromEntries(values);
}

/** One pair of the order, and what it moved its values by in the round before. */
interface Step {
  better: string;
  worse: string;
  pull: [number, number];
}

/** Brings one pair in order, moving the less certain value more; answers how far values moved. */
function project(
  step: Step,
  values: Map<string, number>,
  given: Readonly<Record<string, Uncertain>>,
): number {
  const { better, worse, pull } = step;
  const [before, after] = [values.get(better) ?? 0, values.get(worse) ?? 0];
  const [high, low] = [before + pull[0], after + pull[1]];
  const [a, b] = [given[better]?.precision ?? 0, given[worse]?.precision ?? 0];
  const mean = (high * a + low * b) / (a + b);
  const [newHigh, newLow] = high >= low ? [high, low] : [mean, mean];
  const next: [number, number] = [high - newHigh, low - newLow];
  // Values may rest for a while as the pulls unwind: both have to be at rest.
  const unwound = Math.abs(next[0] - pull[0]);
  step.pull = next;
  values.set(better, newHigh);
  values.set(worse, newLow);
  return Math.max(unwound, Math.abs(newHigh - before), Math.abs(newLow - after));
}
