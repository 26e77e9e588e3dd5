import "server-only";

/** Where a page begins: after the last row of the one before it, or before the first of the next. */
export interface Edge {
  after?: string;
  before?: string;
}

export interface Page<Row> {
  rows: Row[];
  previous: string | null;
  next: string | null;
}

interface Cut<Row> {
  edge: Edge;
  size: number;
  /** What tells the row's place: the edge of a neighbouring page. */
  keyOf: (row: Row) => string;
}

/**
 * Cuts a page from `size + 1` rows, read away from the edge (backwards for `before`): the row too
 * many only says that there are more. Gives the page in the list's own order.
 */
export function cutPage<Row>(read: Row[], { edge, size, keyOf }: Cut<Row>): Page<Row> {
  const more = read.length > size;
  const kept = read.slice(0, size);
  const first = (rows: Row[]) => (rows[0] === undefined ? null : keyOf(rows[0]));
  if (edge.before !== undefined) {
    const rows = kept.toReversed();
    return { rows, previous: more ? first(rows) : null, next: first(kept) };
  }
  const next = more ? first(kept.slice(-1)) : null;
  return { rows: kept, previous: edge.after === undefined ? null : first(kept), next };
}
