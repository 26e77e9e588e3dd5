import { describe, expect, it, test } from "vitest";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import {
  type Circumstances,
  officerWork,
  unitsWork,
  type WorkCell,
  type WorkerGiving,
} from "./workload";

// 26/11/2026 is a Thursday.
const today = "2026-11-26";
const circumstances = (of: Partial<Circumstances> = {}) => ({
  today,
  campaigns: [],
  calendar: NO_DAYS,
  minutesOf: () => 10,
  stuckDays: 3,
  done: [],
  ...of,
});
const cell = (of: Partial<WorkCell> = {}): WorkCell => ({
  unitId: "u",
  force: "health",
  hamletId: null,
  mainClass: "typo",
  officerId: "a",
  tasks: 12,
  overdue: 0,
  oldest: "2026-11-25",
  ...of,
});
const worker = (of: Partial<WorkerGiving> = {}): WorkerGiving => ({
  officerId: "a",
  fullName: "A",
  role: "health",
  unitId: "u",
  unitPath: "1.u.",
  hamletId: null,
  minutes: 240,
  absences: [],
  ...of,
});

describe("an officer", () => {
  it("has tasks in minutes, time today and ahead, and a day on which they are done", () => {
    const cells = [
      cell(),
      cell({ mainClass: "missing", tasks: 14, overdue: 3, oldest: "2026-11-20" }),
    ];
    expect(officerWork(cells, [worker()], circumstances())).toMatchObject([
      {
        tasks: 26,
        minutes: 260,
        overdue: 3,
        oldest: "2026-11-20",
        today: 240,
        ahead: 1200,
        finish: { days: 2, on: "2026-11-27" },
      },
    ]);
  });

  test.each<[string, Partial<WorkCell>, string | undefined, Partial<WorkerGiving>, boolean]>([
    [
      "nothing done, work older than three working days",
      { oldest: "2026-11-20" },
      undefined,
      {},
      true,
    ],
    ["the last step longer ago than that", { oldest: "2026-11-02" }, "2026-11-20", {}, true],
    ["a step on the third working day before", { oldest: "2026-11-02" }, "2026-11-23", {}, false],
    ["work that only came", { oldest: "2026-11-24" }, undefined, {}, false],
    [
      "away",
      { oldest: "2026-11-02" },
      undefined,
      { absences: [{ from: today, to: today }] },
      false,
    ],
  ])("is stuck or not: %s", (...[, work, last, of, stuck]) => {
    const done = last ? [{ officerId: "a", week: 0, last }] : [];
    const [one] = officerWork([cell(work)], [worker(of)], { ...circumstances(), done });
    expect(one?.stuck).toBe(stuck);
  });

  it("who is away is named with the last day, and who has most for their time comes first", () => {
    const workers = [
      worker(),
      worker({ officerId: "b", absences: [{ from: today, to: "2026-12-01" }] }),
    ];
    const cells = [cell(), cell({ officerId: "b" })];
    const all = officerWork(cells, workers, circumstances());
    expect(all.map((one) => [one.officerId, one.absentUntil, one.finish?.days])).toEqual([
      ["b", "2026-12-01", 5],
      ["a", null, 1],
    ]);
  });

  it("has neither time on a public holiday nor work that is done on one", () => {
    const calendar = { off: new Set([today, "2026-11-27"]), working: new Set<string>() };
    const of = circumstances({ calendar });
    const [one] = officerWork([cell({ tasks: 48 })], [worker()], of);
    expect(one).toMatchObject({ today: 0, ahead: 1200, finish: { days: 2, on: "2026-12-01" } });
    expect(unitsWork([cell({ tasks: 48 })], [worker()], of)).toMatchObject([
      { finish: { days: 2, on: "2026-12-01" } },
    ]);
  });

  it("is not stuck because of days off", () => {
    const calendar = { off: new Set(["2026-11-24", "2026-11-25"]), working: new Set<string>() };
    const work = cell({ oldest: "2026-11-20" });
    const stuck = (of: Partial<Circumstances>) =>
      officerWork([work], [worker()], circumstances(of)).map((one) => one.stuck);
    expect(stuck({})).toEqual([true]);
    expect(stuck({ calendar })).toEqual([false]);
  });

  it("has no time on a Saturday, and still some ahead", () => {
    const [one] = officerWork([], [worker()], circumstances({ today: "2026-11-28" }));
    expect([one?.today, one?.ahead]).toEqual([0, 1200]);
  });
});

describe("units", () => {
  it("come worst first: without anybody, then done last", () => {
    const cells = [
      cell({ unitId: "u", tasks: 10 }),
      cell({ unitId: "v", officerId: "b", tasks: 100 }),
      cell({ unitId: "w", officerId: null, tasks: 1 }),
    ];
    const workers = [worker(), worker({ officerId: "b", unitId: "v" })];
    const all = unitsWork(cells, workers, circumstances());
    expect(all.map((one) => [one.unitId, one.finish?.days ?? null])).toEqual([
      ["w", null],
      ["v", 5],
      ["u", 1],
    ]);
    expect(all[0]).toMatchObject({ unassigned: 1, withoutOfficer: 1 });
  });

  it("are done when the last of their offices is: one force does not do the other's work", () => {
    const cells = [cell({ tasks: 48 }), cell({ force: "police", officerId: null, tasks: 24 })];
    const workers = [
      worker(),
      worker({ officerId: "p", role: "police" }),
      worker({ officerId: "q", role: "police" }),
    ];
    const [one] = unitsWork(cells, workers, circumstances());
    expect(one).toMatchObject({ finish: { days: 2 }, unassigned: 24, withoutOfficer: 0 });
  });

  it("tell when those who are there are done; what lies with nobody is counted apart", () => {
    const cells = [cell({ tasks: 48 }), cell({ force: "hamlet", officerId: null, tasks: 1 })];
    const [one] = unitsWork(cells, [worker()], circumstances());
    expect(one).toMatchObject({ finish: { days: 2 }, withoutOfficer: 1 });
  });
});
