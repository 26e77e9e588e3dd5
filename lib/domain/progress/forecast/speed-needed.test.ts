import { describe, expect, it } from "vitest";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import { type Deadline, speedNeeded } from "./speed-needed";

const of = (change: Partial<Deadline> = {}): Deadline => ({
  remaining: 1000,
  people: 200,
  addedPerDay: 0,
  today: "2026-11-23",
  deadline: "2026-12-04",
  calendar: NO_DAYS,
  shareOn: () => 100,
  ...change,
});

describe("the speed that is needed", () => {
  it("spreads what is left over the working days, the first and the last among them", () => {
    expect(speedNeeded(of())).toEqual({ workingDays: 10, minutes: 100, people: 20 });
  });

  it("counts what will come until then, weekends included", () => {
    expect(speedNeeded(of({ addedPerDay: 10 }))?.minutes).toBe(112);
    expect(speedNeeded(of({ addedPerDay: -500 }))?.minutes).toBe(0);
  });

  it("is higher where holidays and campaigns leave less", () => {
    const calendar = { off: new Set(["2026-11-24"]), working: new Set(["2026-11-28"]) };
    expect(speedNeeded(of({ calendar }))?.workingDays).toBe(10);
    expect(speedNeeded(of({ shareOn: () => 50 }))).toEqual({
      workingDays: 10,
      minutes: 200,
      people: 40,
    });
  });

  it("is nothing where nothing is left", () => {
    expect(speedNeeded(of({ remaining: 0 }))).toEqual({ workingDays: 10, minutes: 0, people: 0 });
  });

  it("isn't there without a working day", () => {
    expect(speedNeeded(of({ deadline: "2026-11-22" }))).toBeNull();
    expect(speedNeeded(of({ today: "2026-11-28", deadline: "2026-11-29" }))).toBeNull();
    expect(speedNeeded(of({ shareOn: () => 0 }))).toBeNull();
    expect(speedNeeded(of({ deadline: "2026-11-23" }))?.workingDays).toBe(1);
  });
});
