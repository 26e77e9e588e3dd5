/** One class of values, both bounds being values that occur. */
export interface ValueClass {
  from: number;
  to: number;
  count: number;
  /** which of the five steps of colour, 1 (lightest) to 5 */
  step: MapStep;
}
export type MapStep = 1 | 2 | 3 | 4 | 5;

/** Fewer classes take steps that are farther apart. */
const STEPS: readonly (readonly MapStep[])[] = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5]];
const ALL: readonly MapStep[] = [1, 2, 3, 4, 5];

interface Group {
  value: number;
  count: number;
}

function groupEqual(values: readonly number[]): Group[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** The class of each group by where its middle stands among all values. */
function places(groups: readonly Group[], classes: number): number[] {
  if (groups.length <= classes) return groups.map((_, at) => at);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return groups.map(({ count }) => {
    const middle = before + count / 2;
    before += count;
    return Math.floor((middle / total) * classes);
  });
}

/**
 * Splits values into at most `classes` (1 to 5) classes with as equal a number of values in each as equal
 * values allow: these are never parted. From low to high; no class is empty.
 */
export function equalCountClasses(values: readonly number[], classes = 5): ValueClass[] {
  const groups = groupEqual(values);
  const place = places(groups, classes);
  const found = [...new Set(place)].map((one) => groups.filter((_, at) => place[at] === one));
  const steps = STEPS[found.length] ?? ALL;
  return found.map((members, at) => ({
    from: members[0]?.value ?? 0,
    to: members.at(-1)?.value ?? 0,
    count: members.reduce((sum, { count }) => sum + count, 0),
    step: steps[at] ?? 5,
  }));
}

/** The step of a value that was among those the classes were made of; null for no value. */
export function stepOf(value: number | null, classes: readonly ValueClass[]): MapStep | null {
  if (value === null) return null;
  return classes.find(({ to }) => value <= to)?.step ?? null;
}
