import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Bearer, pickBearer, type Shared, shareOut } from "./assignment";

const officer = (officerId: string, of: Partial<Bearer> = {}): Bearer => ({
  officerId,
  minutes: 0,
  capacity: 1200,
  absent: false,
  ...of,
});

const anyOfficer = fc.record({
  minutes: fc.integer({ min: 0, max: 3000 }),
  capacity: fc.constantFrom(0, 240, 600, 1200, 2400),
  absent: fc.boolean(),
});
const officers = fc
  .array(anyOfficer, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((of, at) => officer(`o${at}`, of)));
const efforts = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 120 });
const tasksOf = (minutes: number[]): Shared[] =>
  minutes.map((effort, at) => ({ id: `t${String(at).padStart(3, "0")}`, effort, holder: null }));

describe("who gets the next task", () => {
  test.each<[string, Bearer[], string | null]>([
    ["has least to do", [officer("a", { minutes: 30 }), officer("b", { minutes: 20 })], "b"],
    [
      "has least to do for the time that they have",
      [officer("a", { minutes: 20, capacity: 240 }), officer("b", { minutes: 60 })],
      "b",
    ],
    ["comes first by id where all is equal", [officer("b"), officer("a")], "a"],
    ["is there", [officer("a", { absent: true }), officer("b", { minutes: 999 })], "b"],
    [
      "gives something these days, where anybody does",
      [officer("a", { capacity: 0 }), officer("b", { minutes: 5000 })],
      "b",
    ],
    [
      "has least to do, where nobody gives anything these days: work is not lost",
      [officer("a", { capacity: 0, minutes: 9 }), officer("b", { capacity: 0, minutes: 3 })],
      "b",
    ],
    ["is nobody where nobody is there", [officer("a", { absent: true })], null],
    ["is nobody where the office is empty", [], null],
  ])("%s", (_, bearers, picked) => {
    expect(pickBearer(bearers, 5)?.officerId ?? null).toBe(picked);
  });

  it("keeps a task with whoever has it, where loads are equal", () => {
    expect(pickBearer([officer("a"), officer("b")], 5, "b")?.officerId).toBe("b");
  });

  it("is the same whatever the order of the officers", () => {
    fc.assert(
      fc.property(officers, fc.integer({ min: 1, max: 20 }), (bearers, effort) => {
        const there = pickBearer(bearers, effort)?.officerId;
        expect(pickBearer(bearers.toReversed(), effort)?.officerId).toBe(there);
      }),
    );
  });
});

describe("tasks that are shared out", () => {
  it("come to equal officers within the effort of one task", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), efforts, (count, minutes) => {
        const bearers = Array.from({ length: count }, (_, at) => officer(`o${at}`));
        const loads = shareOut(tasksOf(minutes), bearers).after.map((one) => one.minutes);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(
          Math.max(0, ...minutes),
        );
      }),
    );
  });

  it("are never given to who is absent", () => {
    fc.assert(
      fc.property(officers, efforts, (bearers, minutes) => {
        const absent = bearers.filter((one) => one.absent).map((one) => one.officerId);
        const { to } = shareOut(tasksOf(minutes), bearers);
        expect([...to.values()].filter((id) => id && absent.includes(id))).toEqual([]);
      }),
    );
  });

  it("fill nobody beyond their days while somebody else has room", () => {
    fc.assert(
      fc.property(officers, efforts, (bearers, minutes) => {
        const loads = bearers.map((one) => ({ ...one }));
        const fits = (one: Bearer, effort: number) => one.minutes + effort <= one.capacity;
        for (const effort of minutes) {
          const picked = pickBearer(loads, effort);
          if (!picked) return;
          const free = loads.some((one) => !one.absent && fits(one, effort));
          expect(fits(picked, effort) || !free).toBe(true);
          picked.minutes += effort;
        }
      }),
    );
  });

  it("are all accounted for, and none is made of nothing", () => {
    fc.assert(
      fc.property(officers, efforts, (bearers, minutes) => {
        const { to, after } = shareOut(tasksOf(minutes), bearers);
        expect(to.size).toBe(minutes.length);
        const given = tasksOf(minutes).filter((task) => to.get(task.id));
        const before = bearers.reduce((sum, one) => sum + one.minutes, 0);
        const added = given.reduce((sum, task) => sum + task.effort, 0);
        expect(after.reduce((sum, one) => sum + one.minutes, 0)).toBe(before + added);
      }),
    );
  });

  it("leave the loads that were given as they were", () => {
    const bearers = [officer("a"), officer("b")];
    shareOut(tasksOf([5, 5]), bearers);
    expect(bearers.map((one) => one.minutes)).toEqual([0, 0]);
  });
});
