import { expect, it } from "vitest";
import { paperDate, paperPlace } from "./paper";

it.each([
  ["Phường Tân Ninh", "Tân Ninh"],
  ["Xã Tân Phú", "Tân Phú"],
  ["Đặc khu Phú Quốc", "Phú Quốc"],
  ["Phường 1", "Phường 1"],
  ["Xã Xã Tắc", "Xã Tắc"],
])("heads a paper of %s with %s", (unit, place) => {
  expect(paperPlace(unit)).toBe(place);
});

it("writes a leading zero for days below ten and for the first two months only", () => {
  expect(paperDate("2026-02-05")).toEqual({ day: "05", month: "02", year: "2026" });
  expect(paperDate("2026-09-23")).toEqual({ day: "23", month: "9", year: "2026" });
  expect(paperDate("2026-11-23")).toEqual({ day: "23", month: "11", year: "2026" });
});
