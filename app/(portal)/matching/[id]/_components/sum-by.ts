/** People by key, the most first. */
export function sumBy<Row extends { people: number }, Key extends string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): { key: Key; people: number }[] {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.people);
  return [...sums].map(([key, people]) => ({ key, people })).sort((a, b) => b.people - a.people);
}
