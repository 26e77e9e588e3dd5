import type { Identity } from "@/lib/domain/records/identity";
import { blockingKeys } from "./blocking";
import type { MatchModel } from "./vocabulary";

type Keyed = Identity & { oldIds?: string[] };

/** The keys under which a person is stored: one of each kind, and one for each number. */
export function personStoredKeys(person: Keyed, model: MatchModel): number[] {
  // A record asks with day and month exchanged as well; a person is found under their own date.
  const blocking = model.blocking.filter((kind) => kind !== "name_swapped_date");
  return hashed(blockingKeys(person, { ...model, blocking }));
}

/** The keys under which a record looks for people. */
export function recordStoredKeys(record: Keyed, model: MatchModel): number[] {
  return hashed(blockingKeys(record, model));
}

function hashed(keys: readonly string[]): number[] {
  return [...new Set(keys.map(keyNumber))];
}

const HIGH = 0x20_0000;

/**
 * A text as a whole number of 53 bits: eight bytes in the database instead of a text, and exact in
 * JavaScript. Two texts with one number only cost a comparison.
 */
function keyNumber(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 0) * HIGH + ((a >>> 0) & (HIGH - 1));
}
