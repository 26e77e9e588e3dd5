import { describe, expect, it } from "vitest";
import { type Figure, keepsLimit, toResults, writeFigures } from "./figure";

const seconds: Figure = { metric: "seconds", value: 12, unit: "s", limit: 17, bound: "most" };
const share: Figure = { metric: "share", value: 96.5, unit: "%", limit: 97, bound: "least" };
const plain: Figure = { metric: "records", value: 1000, unit: "records" };
const peers = [
  { name: "peer", figures: [{ ...seconds, value: 4 }] },
  { name: "other", figures: [{ ...seconds, value: null }, plain] },
];

describe("a limit", () => {
  it.each([
    [seconds, true],
    [{ ...seconds, value: 17.01 }, false],
    [{ ...seconds, value: null }, false],
    [share, false],
    [{ ...share, value: 97 }, true],
    [plain, null],
  ])("%o: %s", (figure, kept) => {
    expect(keepsLimit(figure)).toBe(kept);
  });
});

it("stands beside ours and the peers, with a sign", () => {
  expect(writeFigures([seconds, share, plain], peers).split("\n")).toEqual([
    "             ours    peer  other       limit",
    "seconds   12.00 s  4.00 s      –   ≤ 17.00 s  ✓",
    "share    96.500 %       –      –  ≥ 97.000 %  ✗",
    "records     1,000       –  1,000",
  ]);
});

it("is kept with every peer that has the figure, or alone", () => {
  expect(toResults("case", [seconds, share], peers)).toEqual([
    { case: "case · peer", metric: "seconds", ours: 12, peer: 4, limit: 17, unit: "s" },
    { case: "case", metric: "share", ours: 96.5, peer: null, limit: 97, unit: "%" },
  ]);
});
