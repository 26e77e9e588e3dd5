import { describe, expect, it } from "vitest";
import { secondsOfWork, sheetKeys, telexKeys, unsentKeys } from "./estimate";

describe("keys in a spreadsheet", () => {
  it("of one field: one right, copy, left, paste, eight right, letter, Enter, Home", () => {
    expect(sheetKeys([{ field: "fullName" }])).toBe(1 + 2 + 1 + 2 + 8 + 3);
  });

  it("of two fields go on from where the first one ended", () => {
    const acts = [{ field: "fullName" }, { field: "birthDate" }] as const;
    expect(sheetKeys(acts)).toBe(1 + 5 + 3 + 5 + 6 + 3);
  });

  it("of a typed value count its letters", () => {
    expect(sheetKeys([{ field: "fullName", typed: "An" }])).toBe(1 + 2 + 2 + 2 + 8 + 3);
  });
});

describe("the estimate", () => {
  it("adds up keys, clicks with the hand going there and back, and decisions", () => {
    expect(secondsOfWork({ keys: 3, clicks: 1, minds: 2 })).toBeCloseTo(0.84 + 1.9 + 2.7);
  });
});

describe("keys of a typed text", () => {
  it("are one for each letter and one for each of its marks", () => {
    expect(telexKeys("Hồ Đị")).toBe("Hoof DDij".length);
  });

  it("are counted by the script for plain letters alone", () => {
    expect(unsentKeys("Hồ An")).toBe("oof".length);
  });
});
