import { expect, it } from "vitest";
import { netOf, sumOf } from "./day-flow";
import { daySpan, openedForecast, shownMarks, trendRows, valuesOf } from "./trend-data";

const history = [
  { date: "2026-11-09", value: 120 },
  { date: "2026-11-16", value: 100 },
];
const forecast = [
  { date: "2026-11-16", low: 1, likely: 1, high: 1 },
  { date: "2026-11-23", low: 60, likely: 80, high: 130 },
];

it("spans all points and the day by which it should be done", () => {
  expect(daySpan({ history, forecast })).toEqual(["2026-11-09", "2026-11-23"]);
  expect(daySpan({ history, deadline: "2026-12-31" })).toEqual(["2026-11-09", "2026-12-31"]);
  expect(daySpan({ history: [], deadline: "2026-12-31" })).toBe(null);
  expect(daySpan({ history: history.slice(1) })).toBe(null);
  expect(Math.max(...valuesOf({ history, forecast }))).toBe(130);
});

it("opens the band where the history ends, whatever the forecast says of days before", () => {
  expect(openedForecast({ history, forecast })).toEqual([
    { date: "2026-11-16", low: 100, likely: 100, high: 100 },
    forecast[1],
  ]);
  expect(openedForecast({ history })).toEqual([]);
});

it("cuts marks off where the picture ends, and leaves out those beside it", () => {
  const marks = [
    { from: "2026-11-01", to: "2026-11-10", label: "a" },
    { from: "2026-11-12", to: "2026-11-12", label: "b" },
    { from: "2026-11-20", to: "2026-12-20", label: "c" },
    { from: "2027-01-01", to: "2027-01-02", label: "d" },
  ];
  expect(shownMarks({ history, forecast, marks })).toEqual([
    { from: "2026-11-09", to: "2026-11-10", label: "a" },
    { from: "2026-11-12", to: "2026-11-12", label: "b" },
    { from: "2026-11-20", to: "2026-11-23", label: "c" },
  ]);
});

it("has one row for each day with a point", () => {
  const plan = [
    { date: "2026-11-09", value: 120 },
    { date: "2026-12-31", value: 0 },
  ];
  const rows = trendRows({ history, forecast: forecast.slice(1), plan });
  expect(rows.map(({ day }) => day.slice(5))).toEqual(["11-09", "11-16", "11-23", "12-31"]);
  expect(rows[0]).toEqual({ day: "2026-11-09", history: 120, plan: 120 });
});

it("balances what came in against what was cleaned", () => {
  const days = [
    { added: 5, reopened: 1, cleaned: 10 },
    { added: 2, reopened: 0, cleaned: 1 },
  ];
  expect(days.map(netOf)).toEqual([-4, 1]);
  expect(sumOf(days)).toEqual({ added: 7, reopened: 1, cleaned: 11 });
  expect(netOf(sumOf([]))).toBe(0);
});
