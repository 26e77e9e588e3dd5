import { describe, expect, it } from "vitest";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import {
  compareDays,
  correctedPerDay,
  pointsBetween,
  quickPairs,
  ratesOf,
  spanOf,
} from "./comparison";
import { figuresOf } from "./figure";
import type { FlowCell, FlowEvent } from "./flow";

const happened = (day: string, event: FlowEvent, people: number): FlowCell => ({
  ...{ day, event, people, doses: 0, minutes: 0 },
});
/** A Thursday. */
const today = "2026-11-26";

describe("two days of a unit", () => {
  const cells = [
    happened("2026-11-16", "opened", 10),
    happened("2026-11-18", "corrected", 3),
    happened("2026-11-20", "insufficient", 1),
    happened("2026-11-20", "movedOut", -2),
    happened("2026-11-23", "reopened", 1),
    happened("2026-11-26", "falseMismatch", 2),
  ];
  const input = { today, open: 3, first: "2026-11-16", cells, calendar: NO_DAYS };

  it("differ by what happened after the first until the end of the second", () => {
    const compared = compareDays({ ...input, from: "2026-11-18", to: "2026-11-24" });
    expect([compared.openFrom, compared.openTo]).toEqual([7, 5]);
    const { opened, reopened, moved, cleaned, otherwise } = compared.between;
    expect(opened + reopened + moved - cleaned - otherwise).toBe(-2);
    expect([moved, otherwise, cleaned]).toEqual([-2, 1, 0]);
    expect([compared.since, compared.workingDays]).toEqual(["2026-11-19", 4]);
    expect(compared.line.map(({ open }) => open)).toEqual([7, 7, 4, 4, 4, 5, 5]);
  });

  it("have no figure before anything was written down, and no picture longer than 92 days", () => {
    const early = compareDays({ ...input, from: "2026-11-15", to: today });
    expect([early.openFrom, early.openTo]).toEqual([null, 3]);
    expect(early.between.opened).toBe(10);
    const earlier = compareDays({ ...input, from: "2026-11-02", to: today });
    expect([earlier.since, earlier.workingDays]).toEqual(["2026-11-16", 9]);
    expect(compareDays({ ...input, from: "2026-11-02", to: "2026-11-10" }).since).toBeNull();
    const none = compareDays({ ...input, open: 0, cells: [], first: null, from: today, to: today });
    expect([none.openFrom, none.openTo, none.line]).toEqual([null, null, []]);
    const first = "2026-01-01";
    expect(compareDays({ ...input, first, from: "2026-08-27", to: today }).line).toHaveLength(92);
    expect(compareDays({ ...input, first, from: "2026-08-26", to: today }).line).toEqual([]);
  });

  it("come in any order, and never after today", () => {
    expect(spanOf("2026-11-20", "2026-11-10", today)).toEqual({
      from: "2026-11-10",
      to: "2026-11-20",
    });
    expect(spanOf("2026-12-20", "2026-11-10", today).to).toBe(today);
  });

  it("are a week, thirty days or a month apart; a month ends on its last day", () => {
    expect(quickPairs(today)).toEqual({
      week: "2026-11-19",
      thirty: "2026-10-27",
      lastMonth: "2026-10-26",
    });
    expect(quickPairs("2027-03-31").lastMonth).toBe("2027-02-28");
    expect(quickPairs("2027-01-05").lastMonth).toBe("2026-12-05");
  });
});

it("counts what was corrected on a working day of the last fourteen days", () => {
  const cells = [
    happened("2026-11-12", "corrected", 50),
    happened("2026-11-13", "corrected", 8),
    happened("2026-11-26", "corrected", 7),
    happened("2026-11-26", "insufficient", 9),
  ];
  expect(correctedPerDay(cells, today, NO_DAYS)).toBe(1.5);
});

it("makes shares of counts, and points of their difference", () => {
  const none = ratesOf(figuresOf([]), 0);
  expect(none).toEqual({ settled: null, cleared: null, overdue: null });
  const amount = { doses: 0, minutes: 0, mainClass: "" };
  const figures = figuresOf([
    { ...amount, kind: "record", state: "", outcome: "repaired", people: 3 },
    { ...amount, kind: "record", state: "worked", outcome: "unmatched", people: 1 },
    { ...amount, kind: "task", state: "verifying", outcome: "", people: 1 },
  ]);
  expect(ratesOf(figures, 1)).toEqual({ settled: 0.75, cleared: 0.75, overdue: 1 });
  expect(pointsBetween(0.75, 0.5)).toBe(25);
  expect(pointsBetween(0.75, null)).toBeNull();
});
