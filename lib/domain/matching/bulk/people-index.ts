/**
 * Who is found under which key: rows of a key lie together. `starts[b]` is where bucket b begins in
 * `entries`, which holds pairs (first lane of the key, row), in the order of the file within a bucket.
 */
export interface PeopleIndex {
  starts: Uint32Array;
  entries: Uint32Array;
}

/** Makes memory of so many 32-bit numbers; threads share it. */
export type Allocate = (length: number) => Uint32Array;

const MOST_BUCKETS = 2 ** 26;

function bucketsFor(entries: number): number {
  let buckets = 1024;
  while (buckets < entries && buckets < MOST_BUCKETS) buckets *= 2;
  return buckets;
}

export function bucketOf(lane: number, buckets: number): number {
  return (lane ^ (lane >>> 15)) & (buckets - 1);
}

/** A piece's entries, and the row of all people at which the piece begins. */
export interface IndexPiece {
  entries: Uint32Array;
  firstRow: number;
}

/**
 * Sorts the entries of all pieces into buckets, by counting. `pieces` is emptied on the way, so that
 * no entry lies in memory twice for long.
 */
export function buildIndex(pieces: IndexPiece[], allocate: Allocate): PeopleIndex {
  const total = pieces.reduce((sum, { entries }) => sum + entries.length / 2, 0);
  const buckets = bucketsFor(total);
  const starts = allocate(buckets + 1);
  for (const { entries } of pieces) countInto(starts, entries, buckets);
  let sum = 0;
  for (let bucket = 0; bucket <= buckets; bucket++) {
    const count = starts[bucket] ?? 0;
    starts[bucket] = sum;
    sum += count;
  }
  const entries = allocate(total * 2);
  const places = starts.slice();
  for (const piece of pieces) place(piece, { places, entries, buckets });
  pieces.length = 0;
  return { starts, entries };
}

function countInto(counts: Uint32Array, entries: Uint32Array, buckets: number): void {
  for (let at = 0; at < entries.length; at += 2) {
    const bucket = bucketOf(entries[at] ?? 0, buckets);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
}

function place(
  { entries: from, firstRow }: IndexPiece,
  { places, entries, buckets }: { places: Uint32Array; entries: Uint32Array; buckets: number },
): void {
  for (let at = 0; at < from.length; at += 2) {
    const lane = from[at] ?? 0;
    const bucket = bucketOf(lane, buckets);
    const to = places[bucket] ?? 0;
    places[bucket] = to + 1;
    entries[to * 2] = lane;
    entries[to * 2 + 1] = (from[at + 1] ?? 0) + firstRow;
  }
}

/** Adds the rows under a key (first lane) to `rows`, at most `most` of them. */
export function rowsOf(
  { starts, entries }: PeopleIndex,
  lane: number,
  { rows, most }: { rows: number[]; most: number },
): void {
  const bucket = bucketOf(lane >>> 0, starts.length - 1);
  const end = starts[bucket + 1] ?? 0;
  let found = 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (entries[at * 2] !== lane >>> 0) continue;
    if (found++ === most) return;
    rows.push(entries[at * 2 + 1] ?? 0);
  }
}
