import { expect, it } from "vitest";
import { canonicalText } from "./canonical";
import { ReportContent } from "./content";
import { reportContent } from "./make";
import { reportSource } from "./source.fixture";

const content = reportContent(reportSource());

it("is read back from its text as it was", () => {
  expect(ReportContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
});

it("says what was open at both ends of a period that is over, and nothing of what came after", () => {
  // 5.300 now; 100 were closed after the period, and within it 40 + 2 came and 63 went.
  expect(content.after).toEqual({ people: 5400, doses: 16_200 });
  expect(content.before).toEqual({ people: 5421, doses: 16_263 });
  expect(content.flow).toMatchObject({
    opened: { people: 40, doses: 120 },
    reopened: { people: 2 },
    cleaned: { people: 60 },
    otherwise: { people: 3 },
    cleared: { people: 10 },
  });
  expect(content.days.map(({ day }) => day).slice(-2)).toEqual(["2026-11-21", "2026-11-22"]);
});

it("ends with what is open now where the period ends today", () => {
  const period = { from: "2026-11-16", to: "2026-11-23" };
  const { before, after } = reportContent(reportSource({ period }));
  expect(after.people).toBe(5300);
  expect(before.people).toBe(5421);
});

it("has one line a unit, with what came and went there in the period", () => {
  expect(content.units).toMatchObject([
    { name: "Phường Tân Ninh", total: 2400, open: 530, corrected: 200, opened: 40, closed: 60 },
  ]);
});

it("has one text whatever the order of its keys", () => {
  const turned = Object.fromEntries(Object.entries(content).toReversed());
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(content));
  expect(canonicalText(turned)).toBe(canonicalText(content));
});
