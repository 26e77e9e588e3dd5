import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIFFERENCE_CLASSES, OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { RESOLUTIONS, TASK_STATES } from "@/lib/domain/tasks/states";
import { type Cell, figuresOf, RECORD_FIGURES, settledShare } from "./figure";
import { amountBehind, LineFilter } from "./line-filter";

const people = fc.integer({ min: 0, max: 1000 });
const amount = { people, doses: people, minutes: people };
const mainClass = fc.constantFrom(...DIFFERENCE_CLASSES);
const recordCell: fc.Arbitrary<Cell> = fc.record({
  kind: fc.constant("record" as const),
  state: fc.constantFrom("", "worked", "duplicate"),
  outcome: fc.constantFrom("", ...OUTCOMES),
  mainClass,
  ...amount,
});
const taskCell: fc.Arbitrary<Cell> = fc.record({
  kind: fc.constant("task" as const),
  state: fc.constantFrom(...TASK_STATES),
  outcome: fc.constantFrom("", ...RESOLUTIONS),
  mainClass,
  ...amount,
});
const cells = fc.array(fc.oneof(recordCell, taskCell), { maxLength: 60 });

const sum = (by: Record<string, number>) => Object.values(by).reduce((all, one) => all + one, 0);

describe("figures", () => {
  it("count each record that needs no person in one figure only", () => {
    const cell = (outcome: string, of: string): Cell => ({
      kind: "record",
      state: "",
      outcome,
      mainClass: of,
      people: 1,
      doses: 2,
      minutes: 0,
    });
    const figures = figuresOf([
      cell("matched", "same"),
      cell("matched", "format"),
      cell("repaired", "leading_zero"),
      cell("repaired", "same"),
      cell("not_applicable", "same"),
      cell("", ""),
      cell("review", "typo"),
    ]);
    expect(figures).toMatchObject({
      total: 7,
      untasked: 1,
      wrong: 4,
      doses: { total: 14, cleared: 6, wrong: 8 },
      matched: 1,
      cleared: 3,
      notApplicable: 1,
      notCompared: 1,
      clearedByClass: { format: 1, leading_zero: 1, same: 1 },
    });
  });

  it("never call what people worked on the engine's own", () => {
    const worked: Cell = {
      kind: "record",
      state: "worked",
      outcome: "matched",
      mainClass: "format",
      people: 3,
      doses: 0,
      minutes: 0,
    };
    expect(figuresOf([worked])).toMatchObject({ total: 3, cleared: 0, matched: 0, wrong: 3 });
  });

  it("are the sums of their breakdowns", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const figures = figuresOf(all);
        expect(sum(figures.openByState)).toBe(figures.open);
        expect(sum(figures.openByClass)).toBe(figures.open);
        expect(sum(figures.clearedByClass)).toBe(figures.cleared);
        const { matched, notApplicable, notCompared } = figures;
        expect(figures.wrong).toBe(figures.total - matched - notApplicable - notCompared);
      }),
    );
  });

  it("are the people behind their own filters", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const figures = figuresOf(all);
        const behind = (filter: LineFilter) => amountBehind(all, filter)?.people;
        for (const records of RECORD_FIGURES) expect(behind({ records })).toBe(figures[records]);
        expect(behind({})).toBe(figures.open);
        for (const resolution of RESOLUTIONS) {
          expect(behind({ resolution })).toBe(figures.closed[resolution]);
        }
        for (const state of TASK_STATES.filter((one) => one !== "closed")) {
          expect(behind({ state })).toBe(figures.openByState[state] ?? 0);
        }
        for (const one of DIFFERENCE_CLASSES) {
          expect(behind({ mainClass: one })).toBe(figures.openByClass[one] ?? 0);
        }
      }),
    );
  });
});

describe("the settled share", () => {
  const counted = (total: number, open: number) => ({ ...figuresOf([]), total, open });

  it("is what nothing remains to be done about", () => {
    expect(settledShare(counted(200, 50))).toBe(0.75);
  });

  it("doesn't exist without records", () => {
    expect(settledShare(counted(0, 0))).toBeNull();
  });
});

describe("the address of a list", () => {
  it("leaves out what it doesn't know", () => {
    const address = {
      state: "dreaming",
      records: ["total", "cleared"],
      after: "1; drop",
      unit: "180",
    };
    expect(LineFilter.parse(address)).toEqual({ unit: "180" });
  });

  const ID = "0190a2b4-0000-7000-8000-00000000000a";

  it.each([
    ["a task's place", `1.180._verifying_${ID}`],
    ["a record's place", `1.180.__${ID}`],
    ["a moment in the list of a figure of quality", `1.180._1795737600000001_${ID}`],
  ])("keeps %s", (_, after) => {
    expect(LineFilter.parse({ after })).toEqual({ after });
  });

  it.each([`1.180._17957376000000010000_${ID}`, `1.180._17a_${ID}`, `1.180._-1_${ID}`])(
    "leaves out a place that no list has: %s",
    (after) => {
      expect(LineFilter.parse({ after })).toEqual({});
    },
  );

  it("knows a figure of quality by its whole name", () => {
    const parse = (quality: string) => LineFilter.parse({ quality }).quality;
    expect(["report.open", "contact.noAnswer", "sample.wrong"].map(parse)).toEqual([
      "report.open",
      "contact.noAnswer",
      "sample.wrong",
    ]);
    expect(["report", "report.withdrawn", "contact.", "sample"].map(parse)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("doesn't know how many are late", () => {
    expect(amountBehind([], { late: "overdue" })).toBeNull();
  });
});
