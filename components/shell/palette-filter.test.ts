import { describe, expect, it } from "vitest";
import { bareWords, fits } from "./palette-filter";

describe("what was typed", () => {
  it.each([
    ["", "Tiến độ"],
    ["tien do", "Tiến độ"],
    ["Tiến độ", "Tiến độ"],
    ["TIẾN", "Tiến độ"],
    ["tiê", "Tiến độ"],
    ["tiến".normalize("NFD"), "Tiến độ"],
    ["đô", "Tiến độ"],
    ["viec nhan", "Nhận việc tiếp theo"],
    ["doi", "Đối sánh"],
  ])("%j finds %j", (typed, name) => {
    expect(fits(typed, name)).toBe(true);
  });

  it.each([
    ["ien", "Tiến độ"],
    ["tien xa", "Tiến độ"],
    ["tieens", "Tiến độ"],
  ])("%j does not find %j", (typed, name) => {
    expect(fits(typed, name)).toBe(false);
  });
});

it("takes marks and signs off", () => {
  expect(bareWords("Thôn, ấp / tổ dân phố Đ.1")).toEqual([
    "thon",
    "ap",
    "to",
    "dan",
    "pho",
    "d",
    "1",
  ]);
});
