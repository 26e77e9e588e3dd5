/**
 * Who is found under which key. Entries are pairs (first lane of a key, row); a bucket holds those whose
 * lanes begin with the same bits, and begins in `entries` at pair `starts[bucket]`.
 */
export interface PeopleIndex {
  bits: number;
  starts: Uint32Array;
  entries: Uint32Array;
}

/** Makes memory of so many 32-bit numbers; threads share it. */
export type Allocate = (length: number) => Uint32Array;

/** Entries are sorted by parts that fit a processor's cache: memory far apart is slow to reach. */
const PART_BITS = 10;
const PARTS = 2 ** PART_BITS;
/** So many entries to a bucket lie in one or two lines of a cache. */
const ENTRIES_OF_A_BUCKET = 4;

/** Entries of one piece of a file by parts: part p is at pairs `offsets[p]` to `offsets[p + 1]`. */
export interface SortedEntries {
  pairs: Uint32Array;
  offsets: Uint32Array;
}

/** A piece's entries, and the row of all people at which the piece begins. */
export interface IndexPiece extends SortedEntries {
  firstRow: number;
}

/** Sorts the entries of one piece by the first bits of their lanes, in the order of the file. */
export function sortEntries(entries: Uint32Array): SortedEntries {
  const offsets = countParts(entries);
  const places = offsets.slice();
  const pairs = new Uint32Array(entries.length);
  for (let at = 0; at < entries.length; at += 2) {
    const lane = entries[at] ?? 0;
    const part = lane >>> (32 - PART_BITS);
    const to = places[part] ?? 0;
    places[part] = to + 1;
    pairs[to * 2] = lane;
    pairs[to * 2 + 1] = entries[at + 1] ?? 0;
  }
  return { pairs, offsets };
}

function countParts(entries: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(PARTS + 1);
  for (let at = 0; at < entries.length; at += 2) {
    const next = ((entries[at] ?? 0) >>> (32 - PART_BITS)) + 1;
    offsets[next] = (offsets[next] ?? 0) + 1;
  }
  for (let part = 0; part < PARTS; part++) {
    offsets[part + 1] = (offsets[part + 1] ?? 0) + (offsets[part] ?? 0);
  }
  return offsets;
}

function bitsFor(entries: number): number {
  let bits = PART_BITS;
  while (2 ** bits * ENTRIES_OF_A_BUCKET < entries && bits < 28) bits++;
  return bits;
}

/** Puts the entries of all pieces together, part by part. */
export function buildIndex(pieces: readonly IndexPiece[], allocate: Allocate): PeopleIndex {
  const total = pieces.reduce((sum, { pairs }) => sum + pairs.length / 2, 0);
  const bits = bitsFor(total);
  const index = { bits, starts: allocate(2 ** bits + 1), entries: allocate(total * 2) };
  let first = 0;
  for (let part = 0; part < PARTS; part++) first = addPart({ pieces, part, first }, index);
  index.starts[2 ** bits] = total;
  return index;
}

interface Part {
  pieces: readonly IndexPiece[];
  part: number;
  /** the pair at which the part begins */
  first: number;
}

/** Sorts one part into its buckets; gives the pair at which the next part begins. */
function addPart({ pieces, part, first }: Part, { bits, starts, entries }: PeopleIndex): number {
  const shift = 32 - bits;
  const buckets = 2 ** (bits - PART_BITS);
  const base = part * buckets;
  const places = new Uint32Array(buckets);
  eachPair(pieces, part, (pairs, at) => {
    const bucket = ((pairs[at] ?? 0) >>> shift) - base;
    places[bucket] = (places[bucket] ?? 0) + 1;
  });
  let next = first;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = places[bucket] ?? 0;
    starts[base + bucket] = next;
    places[bucket] = next;
    next += count;
  }
  eachPair(pieces, part, (pairs, at, firstRow) => {
    const bucket = ((pairs[at] ?? 0) >>> shift) - base;
    const to = places[bucket] ?? 0;
    places[bucket] = to + 1;
    entries[to * 2] = pairs[at] ?? 0;
    entries[to * 2 + 1] = (pairs[at + 1] ?? 0) + firstRow;
  });
  return next;
}

function eachPair(
  pieces: readonly IndexPiece[],
  part: number,
  visit: (pairs: Uint32Array, at: number, firstRow: number) => void,
): void {
  for (const { pairs, offsets, firstRow } of pieces) {
    const end = (offsets[part + 1] ?? 0) * 2;
    for (let at = (offsets[part] ?? 0) * 2; at < end; at += 2) visit(pairs, at, firstRow);
  }
}

/** Adds the rows under a key (first lane) to `rows`, at most `most` of them. */
export function rowsOf(
  { bits, starts, entries }: PeopleIndex,
  lane: number,
  { rows, most }: { rows: number[]; most: number },
): void {
  const key = lane >>> 0;
  const bucket = key >>> (32 - bits);
  const end = starts[bucket + 1] ?? 0;
  let found = 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (entries[at * 2] !== key) continue;
    if (found++ === most) return;
    rows.push(entries[at * 2 + 1] ?? 0);
  }
}

/** The only row under a key; −1 when there is none, or more than one. */
export function onlyRowOf({ bits, starts, entries }: PeopleIndex, lane: number): number {
  const key = lane >>> 0;
  const bucket = key >>> (32 - bits);
  const end = starts[bucket + 1] ?? 0;
  let row = -1;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (entries[at * 2] !== key) continue;
    if (row >= 0) return -1;
    row = entries[at * 2 + 1] ?? 0;
  }
  return row;
}
