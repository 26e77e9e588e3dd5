import { expect, it } from "vitest";
import { suggestName } from "./typed-name";
import { TEXT_REPAIRS } from "./vocabulary";

it.each([
  ["NGUYỄN THỊ HÒA", "Nguyễn Thị Hòa"],
  ["nguyễn  thị hòa", "Nguyễn Thị Hòa"],
  ["Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa"],
  ["Nguye6n4 Thi5 Ho2a", "Nguyễn Thị Hòa"],
])("%s was probably meant as %s", (typed, meant) => {
  expect(suggestName(typed, TEXT_REPAIRS)).toBe(meant);
});

it.each(["Nguyễn Thị Hòa", "H'Hen Niê", "Nguyễn Thị McDonald", ""])(
  "%s is left as it is",
  (typed) => {
    expect(suggestName(typed, TEXT_REPAIRS)).toBeNull();
  },
);
