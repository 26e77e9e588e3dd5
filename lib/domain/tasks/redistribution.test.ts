import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type Colleague,
  type Movable,
  moveOutcome,
  planRedistribution,
  type Standing,
} from "./redistribution";

const colleague = (officerId: string, of: Partial<Colleague> = {}): Colleague => ({
  officerId,
  tasks: 0,
  minutes: 0,
  capacity: 1200,
  absent: false,
  ...of,
});
const tasksOf = (holder: string | null, count: number, of: Partial<Movable> = {}): Movable[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${holder}${at}`,
    effort: 5,
    holder,
    office: "health 1",
    ...of,
  }));
const officeOf = (...all: Colleague[]) => new Map([["health 1", all]]);

describe("a plan", () => {
  it("evens out what one officer has", () => {
    const office = officeOf(colleague("a", { tasks: 6, minutes: 30 }), colleague("b"));
    const plan = planRedistribution(tasksOf("a", 6), office, null);
    expect(plan.moves).toHaveLength(3);
    expect(plan.kept).toBe(3);
    expect(plan.loads.map((one) => [one.officerId, one.minutes, one.minutesAfter])).toEqual([
      ["a", 30, 15],
      ["b", 0, 15],
    ]);
  });

  it("gives all of them to whoever was chosen", () => {
    const office = officeOf(
      colleague("a", { tasks: 2, minutes: 10 }),
      colleague("b"),
      colleague("c"),
    );
    const plan = planRedistribution(tasksOf("a", 2), office, new Set(["c"]));
    expect(plan.moves.map((one) => one.to)).toEqual(["c", "c"]);
    expect(plan.loads.map((one) => one.tasksAfter)).toEqual([0, 0, 2]);
  });

  test.each<[string, Colleague[], Set<string> | null]>([
    ["away", [colleague("a", { tasks: 1, minutes: 5, absent: true })], null],
    ["of another office", [colleague("a", { tasks: 1, minutes: 5 })], new Set(["z"])],
  ])("leaves a task where it is when all who may have it are %s", (_, office, chosen) => {
    const plan = planRedistribution(tasksOf("a", 1), officeOf(...office), chosen);
    expect(plan).toMatchObject({ moves: [], kept: 0, nobody: [{ taskId: "a0", from: "a" }] });
    expect(plan.loads.map((one) => one.minutesAfter)).toEqual([5]);
  });

  it("gives nothing to another office", () => {
    const offices = new Map([
      ["health 1", [colleague("a")]],
      ["health 2", [colleague("b")]],
    ]);
    const plan = planRedistribution(tasksOf(null, 4), offices, null);
    expect(plan.moves.map((one) => one.to)).toEqual(["a", "a", "a", "a"]);
    expect(plan.loads.map((one) => one.officerId)).toEqual(["a"]);
  });

  it("accounts for every task once, and its loads add up", () => {
    const ids = ["a", "b", "c"];
    const task = fc.record({
      effort: fc.integer({ min: 1, max: 20 }),
      holder: fc.constantFrom(null, ...ids),
      office: fc.constantFrom("health 1", "police 1"),
    });
    fc.assert(
      fc.property(
        fc.array(task, { maxLength: 60 }),
        fc.uniqueArray(fc.constantFrom(...ids)),
        fc.boolean(),
        (given, away, choose) => {
          const tasks = given.map((one, at) => ({ ...one, id: `t${at}` }));
          const office = (name: string) =>
            ids.map((id) => {
              const own = tasks.filter((one) => one.holder === id && one.office === name);
              const minutes = own.reduce((sum, one) => sum + one.effort, 0);
              const absent = away.includes(id);
              return colleague(id, { tasks: own.length, minutes, absent });
            });
          const offices = new Map(["health 1", "police 1"].map((name) => [name, office(name)]));
          const plan = planRedistribution(tasks, offices, choose ? new Set(["a", "b"]) : null);
          const named = [...plan.moves, ...plan.nobody].map((one) => one.taskId);
          expect(new Set(named).size).toBe(named.length);
          expect(named.length + plan.kept).toBe(tasks.length);
          expect(plan.moves.filter((one) => away.includes(one.to))).toEqual([]);
          const moved = new Set(plan.moves.map((one) => one.taskId));
          const fromList = tasks.filter((one) => one.holder === null && moved.has(one.id));
          const before = plan.loads.reduce((sum, one) => sum + one.minutes, 0);
          const after = plan.loads.reduce((sum, one) => sum + one.minutesAfter, 0);
          expect(after - before).toBe(fromList.reduce((sum, one) => sum + one.effort, 0));
          const counted = plan.loads.reduce((sum, one) => sum + one.tasksAfter - one.tasks, 0);
          expect(counted).toBe(fromList.length);
        },
      ),
    );
  });
});

describe("what becomes of a planned move", () => {
  const planned = { version: 3, from: "a", to: "b" };
  const now = { version: 3, assignee: "a", onList: true, open: false };
  test.each<[string, Partial<Standing>, string]>([
    ["it is made", {}, "moved"],
    ["a step was taken since", { now: { ...now, version: 4 } }, "changed"],
    ["somebody else has it since", { now: { ...now, assignee: "c" } }, "changed"],
    ["it left the list", { now: { ...now, onList: false } }, "changed"],
    ["it is gone", { now: null }, "changed"],
    ["somebody has it open", { now: { ...now, open: true } }, "held"],
    ["whoever is to have it is away", { present: false }, "absent"],
  ])("%s", (_, of, outcome) => {
    expect(moveOutcome({ planned, now, present: true, ...of })).toBe(outcome);
  });
});
