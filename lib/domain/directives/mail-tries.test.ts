import { expect, it } from "vitest";
import { MOST_TRIES, pauseAfter } from "./mail-tries";

it("tries a few times, each time after a longer pause, and then gives up", () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, index) => pauseAfter(index + 1));
  expect(pauses.at(-1)).toBeNull();
  const before = pauses.slice(0, -1).map(Number);
  expect(before).toHaveLength(4);
  expect(before).toEqual([...new Set(before)].sort((one, other) => one - other));
  // the job comes round once a minute, and the first of them is its very next one
  expect(before[0]).toBeLessThan(60);
});
