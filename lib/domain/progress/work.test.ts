import { describe, expect, it } from "vitest";
import { type AreaCounts, areaWork, type ForceCounts, forceWork, type StateWork } from "./work";

const state = (of: StateWork["state"], people: number, more: Partial<StateWork> = {}) => ({
  state: of,
  people,
  mine: 0,
  overdue: 0,
  mineOverdue: 0,
  ...more,
});

const counts = (states: StateWork[], more: Partial<ForceCounts> = {}): ForceCounts => ({
  states,
  unsigned: 0,
  unreceived: 0,
  lists: 0,
  answered: 0,
  requests: 0,
  requestsOverdue: 0,
  ...more,
});

describe("work of a force", () => {
  it("begins with the officer's own", () => {
    const own = state("correcting", 30, { mine: 9, overdue: 4, mineOverdue: 2 });
    const work = forceWork("health", counts([own]));
    expect(work.remaining).toEqual({ whose: "mine", people: 9, overdue: 2 });
    expect(work.todo).toEqual([
      { code: "mine", people: 9, overdue: 2 },
      { code: "unit", people: 30, overdue: 4 },
    ]);
  });

  it("has what came back before it, with the one to read first", () => {
    const own = state("verifying", 3, { mine: 3, returned: 2, firstReturned: "t1" });
    const { todo } = forceWork("police", counts([own, state("correcting", 4, { returned: 0 })]));
    expect(todo[0]).toEqual({ code: "returned", people: 2, overdue: 0, taskId: "t1" });
    expect(todo[1]?.code).toBe("mine");
  });

  it("says when the first of them is due", () => {
    const days = { mine: 1, mineDueOn: "2026-12-12", dueOn: "2026-12-01" };
    const { todo } = forceWork("health", counts([state("correcting", 2, days)]));
    expect(todo.map(({ dueOn }) => dueOn)).toEqual(["2026-12-12", "2026-12-01"]);
  });

  it("names the unit's where the officer has none", () => {
    const work = forceWork("health", counts([state("correcting", 30, { overdue: 4 })]));
    expect(work.remaining).toEqual({ whose: "unit", people: 30, overdue: 4 });
    expect(work.todo).toEqual([{ code: "unit", people: 30, overdue: 4 }]);
  });

  it("says it once where all of the unit's is the officer's", () => {
    const work = forceWork("hamlet", counts([state("surveying", 5, { mine: 5 })]));
    expect(work.todo.map(({ code }) => code)).toEqual(["mine"]);
  });

  it("has citizens' requests among it, and those past their time", () => {
    const work = forceWork("health", counts([], { requests: 3, requestsOverdue: 1 }));
    expect(work.todo).toEqual([{ code: "requests", people: 3, overdue: 1 }]);
  });

  it("gives each office its side of the hand-over, and the other side as waiting", () => {
    const between = counts([state("handover", 15)], { unsigned: 12, unreceived: 3, lists: 1 });
    const police = forceWork("police", between);
    expect(police.todo).toEqual([{ code: "sign", people: 12, overdue: 0 }]);
    expect(police.waiting).toEqual([{ code: "unreceived", people: 3, overdue: 0 }]);
    const health = forceWork("health", between);
    expect(health.todo).toEqual([{ code: "receive", people: 1, overdue: 0 }]);
    expect(health.waiting).toEqual([{ code: "unsigned", people: 12, overdue: 0 }]);
  });

  it("tells an officer that reports were answered", () => {
    const work = forceWork("police", counts([], { answered: 2 }));
    expect(work.todo).toEqual([{ code: "answered", people: 2, overdue: 0 }]);
  });

  it("lists what waits for others in the order of the work", () => {
    const states = [state("publishing", 1), state("surveying", 2), state("verifying", 3)];
    const work = forceWork("health", counts(states));
    expect(work.remaining).toBeNull();
    expect(work.waiting.map(({ code }) => code)).toEqual(["surveying", "verifying", "publishing"]);
  });
});

describe("work of an area", () => {
  const every: AreaCounts = {
    failedImports: 1,
    notCompared: 1,
    undecided: 1,
    readyToPublish: 1,
    unloaded: 1,
    overdue: 1,
    stuck: 1,
    escalated: 1,
    disputed: 1,
    communesWithoutHealth: 1,
    communesWithoutPolice: 1,
    refusals: 1,
    figuresOff: 1,
  };

  it("is never more than five lines", () => {
    expect(areaWork("coordinator", every)).toHaveLength(5);
  });

  it("leaves out what is nothing", () => {
    const lines = areaWork("coordinator", {
      ...every,
      failedImports: 0,
      disputed: 0,
      escalated: 0,
    });
    expect(lines[0]?.code).toBe("undecided");
  });

  it("leaves what is stuck in sight however much else there is", () => {
    expect(areaWork("coordinator", every).map(({ code }) => code)).toContain("stuck");
  });

  it("shows nobody another role's", () => {
    expect(areaWork("auditor", every).map(({ code }) => code)).toEqual(["refusals"]);
    expect(areaWork("leader", every).map(({ code }) => code)).toEqual(["overdue", "stuck"]);
  });
});
