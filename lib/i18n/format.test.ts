import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatPoints,
  formatTime,
} from "./format";

describe("dates", () => {
  it("writes a plain day as it stands", () => {
    expect(formatDate("1985-03-12")).toBe("12/03/1985");
  });

  it("writes a moment as the day it was in Viet Nam", () => {
    expect(formatDate("2026-11-23T18:30:00Z")).toBe("24/11/2026");
    expect(formatDateTime(new Date("2026-11-23T07:05:00Z"))).toBe("14:05 23/11/2026");
  });

  it("writes midnight as 00, not 24", () => {
    expect(formatTime("2026-11-22T17:00:00Z")).toBe("00:00");
  });
});

describe("numbers", () => {
  it("groups with dots and puts a comma before decimals", () => {
    expect(formatNumber(1234567)).toBe("1.234.567");
    expect(formatNumber(0.874, 2)).toBe("0,87");
    expect(formatNumber(1234567, 0, "en")).toBe("1,234,567");
  });

  it("keeps the percent sign on the line of its number", () => {
    expect(formatPercent(0.125)).toBe("12,5\u00a0%");
    expect(formatPercent(1, 0)).toBe("100\u00a0%");
  });

  it("signs points, and never writes minus zero", () => {
    expect(formatPoints(1.93)).toBe("+1,9");
    expect(formatPoints(-2)).toBe("\u22122,0");
    expect(formatPoints(-0.04)).toBe("0,0");
  });
});
