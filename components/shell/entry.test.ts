import { describe, expect, it } from "vitest";
import { barEntries, type Entry, isAt, railEntries } from "./entry";

const entries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, n) => ({ href: `/${n}`, label: `${n}`, icon: "home" }));

describe("bar of a phone", () => {
  it("shows up to four entries as they are", () => {
    expect(barEntries(entries(4))).toEqual({ shown: entries(4), more: [] });
  });

  it("keeps three of more than four, and loses none", () => {
    const { shown, more } = barEntries(entries(6));
    expect(shown).toHaveLength(3);
    expect([...shown, ...more]).toEqual(entries(6));
  });
});

it("gives the rail six places", () => {
  expect(railEntries(entries(8))).toHaveLength(6);
});

describe("place of a page", () => {
  it("belongs to its own entry and to no other that begins alike", () => {
    expect(isAt("/tasks", "/tasks")).toBe(true);
    expect(isAt("/tasks", "/tasks/018f")).toBe(true);
    expect(isAt("/tasks", "/tasks-archive")).toBe(false);
    expect(isAt("/", "/tasks")).toBe(false);
  });
});
