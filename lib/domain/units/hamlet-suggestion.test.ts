import { expect, it } from "vitest";
import { suggestHamlet } from "./hamlet-suggestion";

const HAMLETS = ["Ấp 3", "Ấp 13", "Ấp Láng Le", "Khu phố 5", "Tổ dân phố 7"].map((name) => ({
  name,
}));

it.each([
  ["Ấp Ba", "Ấp 3"],
  ["Tổ 7", "Tổ dân phố 7"],
  ["Láng Le", "Ấp Láng Le"],
  ["ap lang ke", "Ấp Láng Le"],
  ["Ấp Lang  Lee", "Ấp Láng Le"],
  ["Ấp 5", "Khu phố 5"],
])("%s may be %s", (name, suggested) => {
  expect(suggestHamlet(name, HAMLETS)?.name).toBe(suggested);
});

it("suggests nothing by a number that differs, for a name far from all, or between two", () => {
  expect(suggestHamlet("Ấp 4", HAMLETS)).toBeNull();
  expect(suggestHamlet("Thôn Đoài", HAMLETS)).toBeNull();
  expect(suggestHamlet("7", [{ name: "Tổ 7" }, { name: "Ấp 7" }])).toBeNull();
  expect(suggestHamlet("Ấp 3", [])).toBeNull();
});
