import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isTurn, latestSince, levelsAbove, turnBegins } from "./approval-turn";

test.each([
  ["1.12.345.", "1.12.345.", 0],
  ["1.12.345.", "1.12.", 1],
  ["1.12.345.", "1.", 2],
  ["1.12.345.", "1.13.", null],
  ["1.12.", "1.12.345.", null],
] as const)("a task in %s is %s's from %s levels above", (task, actor, levels) => {
  expect(levelsAbove(task, actor)).toBe(levels);
});

/** By the clock of Viet Nam. 26/11/2026 is a Thursday. */
const at = (text: string) => new Date(`${text}+07:00`);

describe("the level above has a task", () => {
  test.each([
    ["a working day later, at the same hour", "2026-11-26T14:00", 1, "2026-11-27T14:00"],
    ["after the week-end", "2026-11-27T14:00", 1, "2026-11-30T14:00"],
    [
      "a working day after Monday began, if it came on a day off",
      "2026-11-28T10:00",
      1,
      "2026-12-01T00:00",
    ],
    ["by the day that it was in Viet Nam", "2026-11-30T06:30", 1, "2026-12-01T06:30"],
    ["and the centre a day after the province", "2026-11-26T14:00", 2, "2026-11-30T14:00"],
  ])("%s", (_, ...of) => {
    const [since, levels, then] = of;
    expect(turnBegins(at(since), levels)).toEqual(at(then));
  });

  it("and not a moment earlier", () => {
    const task = { path: "1.12.345.", since: at("2026-11-26T14:00") };
    const by = (actorPath: string, now: string) => isTurn(task, { actorPath, now: at(now) });
    expect(by("1.12.", "2026-11-27T13:59:59")).toBe(false);
    expect(by("1.12.", "2026-11-27T14:00")).toBe(true);
    expect(by("1.", "2026-11-27T14:00")).toBe(false);
    expect(by("1.12.345.", "2026-11-26T14:00")).toBe(true);
    expect(by("1.13.", "2027-01-01T00:00")).toBe(false);
  });
});

it("is the same whether asked of one task or of a list", () => {
  const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  const minutes = fc.integer({ min: -14 * 24 * 60, max: 0 });
  fc.assert(
    fc.property(moment, minutes, fc.nat(3), (time, back, levels) => {
      const now = new Date(time);
      const since = new Date(time + back * 60_000);
      expect(since <= latestSince(now, levels)).toBe(turnBegins(since, levels) <= now);
    }),
    { numRuns: 2000 },
  );
});
