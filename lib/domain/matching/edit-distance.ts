/**
 * Optimal string alignment distance: insertions, deletions, substitutions and exchanges of
 * neighbours, each counting one. Names are short; three rows are enough.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = cheapest({ a, b, i, j }, row, [last, beforeLast]);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

interface Cell {
  a: string;
  b: string;
  i: number;
  j: number;
}

function cheapest({ a, b, i, j }: Cell, row: number[], above: [number[], number[]]): number {
  const [last, beforeLast] = above;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const changed = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
  const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return exchanged ? Math.min(changed, at(beforeLast, j - 2) + 1) : changed;
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** Is `editDistance` exactly one? Answered at the first difference. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return long.length > short.length;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const exchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
  return exchanged && short.slice(at + 2) === long.slice(at + 2);
}
