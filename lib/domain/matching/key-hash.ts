/**
 * Hashes of which blocking keys are made. A key is a whole number below 2^53: 32 bits of one lane and
 * 21 of another, computed alike and with different seeds, so that it fits a `bigint` of the
 * database, while files that are compared in memory need the first lane only.
 */
export type Lane = 0 | 1;
export const FIRST_LANE: Lane = 0;

const SEEDS = [0x811c9dc5, 0x2545f491] as const;
const SECOND_LANE_BITS = 21;

/** Adds a whole number (taken modulo 2^32) to a hash. */
export function combine(hash: number, value: number): number {
  let h = Math.imul(hash ^ (value | 0), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h ^ (h >>> 13)) | 0;
}

/** The hash of a text, by its UTF-16 units. */
export function hashText(text: string, lane: Lane): number {
  let h = beginHash(lane);
  for (let at = 0; at < text.length; at++) h = addUnit(h, text.charCodeAt(at));
  return combine(h, text.length);
}

/** `hashText` in steps: begin, add each unit, and combine with how many there were. */
export function beginHash(lane: Lane): number {
  return SEEDS[lane];
}

export function addUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** One lane of a key: what kind of key it is, and two hashes or whole numbers. */
export function laneOf(lane: Lane, kind: number, values: { a: number; b: number }): number {
  return combine(combine(SEEDS[lane] + kind, values.a), values.b);
}

/** Both lanes as one number. */
export function joinLanes(first: number, second: number): number {
  return (first >>> 0) * 2 ** SECOND_LANE_BITS + (second >>> (32 - SECOND_LANE_BITS));
}

/** The first lane of a key (32 bits, signed as `laneOf` gives it). */
export function firstLane(key: number): number {
  return Math.floor(key / 2 ** SECOND_LANE_BITS) | 0;
}
