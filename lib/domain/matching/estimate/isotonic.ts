/** A value with its precision (one over its variance). */
export interface Uncertain {
  value: number;
  precision: number;
}

/** Of a pair of the order the better one first. */
type Pair = readonly [number, number];

/** Below this share of all that flows, a rest is taken for rounding. */
const ROUNDING = 1e-15;

/**
 * The values nearest to those given (least squares by precision) of which none of `better` is lower
 * than its `worse`: isotonic regression on a partial order. Exact up to rounding, whatever the precisions:
 * a set takes its mean unless a part of it that nothing outside is better than lies above, in which case
 * the two parts are looked at apart. Which part that is, a minimal cut tells (Maxwell and Muckstadt, 1985;
 * Spouge, Wan and Wilbur, 2003). Values that keep the order already come back unchanged.
 */
export function keepOrder(
  given: Readonly<Record<string, Uncertain>>,
  order: readonly (readonly [better: string, worse: string])[],
): Record<string, number> {
  const names = Object.keys(given);
  const list = names.map((name) => given[name] ?? { value: 0, precision: 0 });
  const pairs = order
    .map(([better, worse]): Pair => [names.indexOf(better), names.indexOf(worse)])
    .filter((pair) => !pair.includes(-1));
  const values = list.map(({ value }) => value);
  const sets = [list.map((_, at) => at)];
  for (let set = sets.pop(); set; set = sets.pop()) {
    const within = pairs.filter((pair) => pair.every((at) => set.includes(at)));
    if (within.every(([better, worse]) => (values[better] ?? 0) >= (values[worse] ?? 0))) continue;
    const mean = meanOf(set, list);
    const upper = partAbove(set, within, (at) => pullOf(list[at], mean));
    if (upper.size > 0 && upper.size < set.length) {
      sets.push(
        set.filter((at) => upper.has(at)),
        set.filter((at) => !upper.has(at)),
      );
    } else for (const at of set) values[at] = mean;
  }
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0]));
}

function meanOf(set: readonly number[], list: readonly Uncertain[]): number {
  const sum = (of: (one: Uncertain) => number) =>
    set.reduce((before, at) => before + (list[at] ? of(list[at]) : 0), 0);
  return sum(({ value, precision }) => value * precision) / sum(({ precision }) => precision);
}

const pullOf = (one: Uncertain | undefined, mean: number) =>
  one ? one.precision * (one.value - mean) : 0;

/** What is left to flow from one to another; beside the values there are a source and a sink. */
type Rest = Map<number, Map<number, number>>;

const [SOURCE, SINK] = [-1, -2];

/** The part that is pulled up most: with each of it, all that has to be at least as high. */
function partAbove(
  set: readonly number[],
  within: readonly Pair[],
  pull: (at: number) => number,
): Set<number> {
  const rest: Rest = new Map([...set, SOURCE, SINK].map((at) => [at, new Map<number, number>()]));
  for (const at of set) {
    if (pull(at) > 0) addRest(rest, [SOURCE, at], pull(at));
    else addRest(rest, [at, SINK], -pull(at));
  }
  for (const [better, worse] of within) addRest(rest, [worse, better], Number.POSITIVE_INFINITY);
  const least = ROUNDING * set.reduce((sum, at) => sum + Math.abs(pull(at)), 0);
  let found = reach(rest, least);
  for (; found.has(SINK); found = reach(rest, least)) flowAlong(rest, found);
  return new Set(set.filter((at) => found.has(at)));
}

function addRest(rest: Rest, [from, to]: Pair, more: number): void {
  const ways = rest.get(from);
  ways?.set(to, (ways.get(to) ?? 0) + more);
}

/** All that the source still reaches, by the shortest way, each with the one before it. */
function reach(rest: Rest, least: number): Map<number, number> {
  const found = new Map([[SOURCE, SOURCE]]);
  for (const at of found.keys()) {
    for (const [to, amount] of rest.get(at) ?? []) {
      if (amount > least && !found.has(to)) found.set(to, at);
    }
  }
  return found;
}

function flowAlong(rest: Rest, found: ReadonlyMap<number, number>): void {
  const way: Pair[] = [];
  for (let to = SINK; to !== SOURCE; to = found.get(to) ?? SOURCE) {
    way.push([found.get(to) ?? SOURCE, to]);
  }
  const amount = Math.min(...way.map(([from, to]) => rest.get(from)?.get(to) ?? 0));
  for (const [from, to] of way) {
    addRest(rest, [from, to], -amount);
    addRest(rest, [to, from], amount);
  }
}
