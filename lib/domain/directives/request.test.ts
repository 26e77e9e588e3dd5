import { describe, expect, it } from "vitest";
import { TASK_STATES } from "@/lib/domain/tasks/states";
import { dueAt, forceOfKind, REQUEST_KINDS, requestClock, stageOf } from "./request";

// A Saturday evening before a holiday: the hours run all the same.
const ENTERED = new Date("2026-08-29T20:15:00+07:00");
const at = (text: string) => new Date(`2026-${text}:00+07:00`);

describe("the clock", () => {
  const due = dueAt(ENTERED);
  const clock = (now: string, answeredAt: Date | null = null) =>
    requestClock({ dueAt: due, answeredAt }, at(now));

  it("ends after 48 hours, Sundays and holidays included", () => {
    expect(due).toEqual(at("08-31T20:15"));
  });

  it.each([
    ["08-29T20:15", "remaining", 48],
    ["08-29T20:16", "remaining", 48],
    ["08-30T20:15", "remaining", 24],
    ["08-31T20:14", "remaining", 1],
    ["08-31T20:15", "remaining", 0],
    ["08-31T20:16", "overdue", 1],
    ["09-01T20:15", "overdue", 24],
  ])("at %s is %s with %i hours", (now, state, hours) => {
    expect(clock(now)).toEqual({ state, hours });
  });

  it("stands once the request is answered", () => {
    const late = at("09-02T08:00");
    expect(clock("12-31T00:00", at("08-30T08:15"))).toEqual({ state: "inTime", hours: 36 });
    expect(clock("12-31T00:00", late)).toEqual({ state: "late", hours: 36 });
  });
});

describe("the stage", () => {
  const linked = { linked: true, taskState: null, resolution: null };

  it("follows the task", () => {
    const stages = TASK_STATES.map((taskState) => stageOf({ ...linked, taskState }));
    expect(stages).toEqual([
      "linked",
      "hamlet",
      "police",
      "police",
      "health",
      "health",
      "approving",
      "corrected",
      "waiting",
      "waiting",
      "waiting",
      "checked",
    ]);
  });

  it("says published only of what the source has loaded", () => {
    const closed = { ...linked, taskState: "closed" as const };
    expect(stageOf({ ...closed, resolution: "corrected" })).toBe("published");
    expect(stageOf({ ...closed, resolution: "falseMismatch" })).toBe("checked");
  });

  it("knows nothing of a task without a record, nor of a record that has moved on", () => {
    expect(stageOf({ ...linked, linked: false, taskState: "verifying" })).toBe("received");
    expect(stageOf({ ...linked, elsewhere: true, taskState: "verifying" })).toBe("elsewhere");
  });
});

it("sends who somebody is to police and what was injected to health", () => {
  expect(REQUEST_KINDS.filter((kind) => forceOfKind(kind) === "police")).toEqual([
    "fullName",
    "birthDate",
    "idNumber",
  ]);
});
