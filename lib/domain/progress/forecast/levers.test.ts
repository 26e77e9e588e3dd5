import { describe, expect, it } from "vitest";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import { type Candidate, leversOf } from "./levers";

const of = (candidates: readonly Candidate[], perDay = 100) => ({
  remaining: 1000,
  perDay,
  addedPerDay: 0,
  today: "2026-11-23",
  calendar: NO_DAYS,
  shareOn: () => 100,
  candidates,
});

const people: Candidate = { kind: "people", perDay: 100, tasks: 0, ref: "p" };
const rule: Candidate = { kind: "rule", minutes: 300, tasks: 60, ref: "r" };
const transfer: Candidate = { kind: "transfer", minutes: 30, tasks: 6, ref: "t" };
const office: Candidate = { kind: "office", perDay: 25, tasks: 90, ref: "o" };

describe("what helps", () => {
  it("is ranked by the working days that it saves, with the new end", () => {
    const found = leversOf(of([office, rule, transfer, people]));
    expect(found.map(({ ref, saved, end }) => [ref, saved, end])).toEqual([
      ["p", 5, "2026-11-27"],
      ["r", 3, "2026-12-01"],
      ["o", 2, "2026-12-02"],
    ]);
  });

  it("leaves out what saves less than a working day, or nothing", () => {
    expect(leversOf(of([transfer, { ...rule, minutes: -50 }, { ...people, perDay: 0 }]))).toEqual(
      [],
    );
  });

  it("comes first where without it there is no end", () => {
    const found = leversOf({ ...of([rule, people], 10), addedPerDay: 20 });
    expect(found).toEqual([{ ...people, saved: null, end: expect.any(String) }]);
  });

  it("takes no more than there is", () => {
    const [first] = leversOf(of([{ ...rule, minutes: 1e9 }]));
    expect(first).toMatchObject({ saved: 9, end: "2026-11-23" });
  });

  it("has one order for equals", () => {
    const twin = { ...people, ref: "a" };
    expect(leversOf(of([people, twin])).map(({ ref }) => ref)).toEqual(["a", "p"]);
  });

  it("has nothing to say where nothing is left", () => {
    expect(leversOf({ ...of([people, rule]), remaining: 0 })).toEqual([]);
  });
});
