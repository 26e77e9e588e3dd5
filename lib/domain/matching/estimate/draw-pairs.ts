import type { Seeded } from "./seeded";

/**
 * Pairs of records and persons that share a key: a record may have several keys, a person has one.
 * Null takes part in nothing.
 */
export interface PairSpace<Side> {
  records: readonly Side[];
  persons: readonly Side[];
  recordKeys: (record: Side) => string[];
  personKey: (person: Side) => string | null;
}

export interface DrawnPairs<Side> {
  /** How many pairs the space holds; each drawn pair stands for total ÷ drawn of them. */
  total: number;
  pairs: { record: Side; person: Side }[];
}

interface Slot<Side> {
  record: Side;
  group: readonly Side[];
  /** Pairs in all slots up to and with this one. */
  upTo: number;
}

/** Draws pairs of a space, each with the same chance, with replacement. */
export function drawPairs<Side>(
  space: PairSpace<Side>,
  draws: number,
  chance: Seeded,
): DrawnPairs<Side> {
  const slots = listSlots(space);
  const total = slots.at(-1)?.upTo ?? 0;
  if (total === 0) return { total, pairs: [] };
  const pairs = Array.from({ length: Math.ceil(draws) }, () => pick(slots, chance.next() * total));
  return { total, pairs };
}

function listSlots<Side>({ records, persons, ...keys }: PairSpace<Side>): Slot<Side>[] {
  const groups = new Map<string, Side[]>();
  for (const person of persons) {
    const key = keys.personKey(person);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  const slots: Slot<Side>[] = [];
  let upTo = 0;
  for (const record of records) {
    for (const key of keys.recordKeys(record)) {
      const group = groups.get(key);
      if (!group) continue;
      upTo += group.length;
      slots.push({ record, group, upTo });
    }
  }
  return slots;
}

function pick<Side>(slots: Slot<Side>[], goal: number): { record: Side; person: Side } {
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle]?.upTo ?? 0) > goal) high = middle;
    else low = middle + 1;
  }
  const slot = slots[low] as Slot<Side>;
  const at = Math.floor(goal - (slot.upTo - slot.group.length));
  const person = slot.group[Math.max(0, Math.min(slot.group.length - 1, at))] as Side;
  return { record: slot.record, person };
}
