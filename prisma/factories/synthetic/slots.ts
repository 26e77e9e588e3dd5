import type { DamageProfile } from "./profiles";
import { createRng, shuffled } from "./rng";

/** What a record is to be, before anyone is chosen for it. */
export interface Slot {
  kind: "intact" | "failing" | "unusable" | "outside" | "foreign";
  /** A second record of the person before. Never for someone outside the registry. */
  duplicate: boolean;
}

/** In each block of so many records the shares of the profile are met exactly, in an order of chance. */
const BLOCK = 1000;

export function* slots(count: number, profile: DamageProfile, seed: number): Generator<Slot> {
  let someone = false;
  for (let block = 0; block * BLOCK < count; block++) {
    const kinds = shuffled(BLOCK, createRng(seed, "kinds", block));
    const twice = shuffled(BLOCK, createRng(seed, "twice", block));
    for (let at = 0; at < BLOCK && block * BLOCK + at < count; at++) {
      const kind = kindOf((kinds[at] as number) / BLOCK, profile);
      const inside = kind !== "outside" && kind !== "foreign";
      const duplicate = inside && someone && (twice[at] as number) / BLOCK < profile.duplicates;
      someone ||= inside;
      yield { kind, duplicate };
    }
  }
}

function kindOf(
  at: number,
  { foreign, outside, unusableNumber, failing }: DamageProfile,
): Slot["kind"] {
  if (at < foreign) return "foreign";
  if (at < outside) return "outside";
  if (at < outside + unusableNumber) return "unusable";
  return at < failing ? "failing" : "intact";
}

/** How many people of the registry these records need. */
export function countChosen(count: number, profile: DamageProfile, seed: number): number {
  let chosen = 0;
  for (const { kind, duplicate } of slots(count, profile, seed)) {
    if (kind !== "outside" && kind !== "foreign" && !duplicate) chosen++;
  }
  return chosen;
}
