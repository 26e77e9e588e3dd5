import { describe, expect, it } from "vitest";
import { hamletNamesIn } from "./hamlet-address";
import { foldHamletName } from "./hamlet-name";

const first = (address: string) => foldHamletName(hamletNamesIn(address)[0] ?? "");

describe("the local unit that an address names", () => {
  it.each([
    ["Số 4, ấp Láng", "ap lang"],
    ["12/4 Lê Lợi, KP.5", "khu pho 5"],
    ["Số 4, Tổ 12, Khu phố 5", "khu pho 5"],
    ["Khu phố 5, Tổ 12", "khu pho 5"],
    ["Tổ 12", "to 12"],
    ["TDP số 7, phường 1", "to dan pho 7"],
    ["Tổ 5 Ấp 3", "ap 3"],
    ["123 Ấp 03 xã Tân Phú huyện Tân Châu", "ap 3"],
    ["thon dong, xa tan phu", "thon dong"],
    ["AP LANG LE", "ap lang le"],
    ["Ấp Làng Mới", "ap lang moi"],
    ["so 8 to 5", "to 5"],
    ["Buôn H'Ma - xã Ea Tu", "buon hma"],
    ["12 Lê Lợi, Láng Le", "lang le"],
    ["Thôn Đông Hoà, xã Bình Trị", "thon dong hoa"],
  ])("%s", (address, folded) => {
    expect(first(address)).toBe(folded);
  });

  it.each([
    ["12 Tô Hiến Thành"],
    ["Số 4 đường Bàn Cờ"],
    ["to hien thanh 12"],
    ["15 Lang Chanh, 20"],
    [""],
  ])("%s names none of a type", (address) => {
    const typed = hamletNamesIn(address).filter((name) => /^(tổ|bản|làng|to \d)/i.test(name));
    expect(typed).toEqual([]);
  });

  it("offers every part, so that a name without a type is found too", () => {
    expect(hamletNamesIn("Số 4, Láng Le, Ấp 3")).toEqual(["Ấp 3", "Láng Le"]);
  });
});
