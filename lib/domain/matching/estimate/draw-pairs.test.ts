import { expect, test } from "vitest";
import { drawPairs } from "./draw-pairs";
import { seeded } from "./seeded";

interface Side {
  id: number;
  key: string;
}

const side = (id: number, key: string): Side => ({ id, key });
const records = [side(1, "a"), side(2, "b"), side(3, "a"), side(4, "z")];
const persons = [side(10, "a"), side(11, "b"), side(12, "b"), side(13, "b"), side(14, "c")];
const space = {
  records,
  persons,
  recordKeys: ({ key }: Side) => [key],
  personKey: ({ key }: Side) => key,
};

test("every pair that shares a key is drawn as often as any other", () => {
  const { total, pairs } = drawPairs(space, 50_000, seeded(1));
  expect(total).toBe(5);
  const counts = new Map<string, number>();
  for (const { record, person } of pairs) {
    expect(record.key).toBe(person.key);
    const pair = `${record.id}-${person.id}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["1-10", "2-11", "2-12", "2-13", "3-10"]);
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("the same seed draws the same pairs, another seed others", () => {
  const draw = (seed: number) => JSON.stringify(drawPairs(space, 20, seeded(seed)));
  expect(draw(5)).toBe(draw(5));
  expect(draw(5)).not.toBe(draw(6));
});

test("nobody shares a key: no pairs", () => {
  expect(drawPairs({ ...space, personKey: () => null }, 10, seeded(1))).toEqual({
    total: 0,
    pairs: [],
  });
});
