import { describe, expect, it } from "vitest";
import { foldHamletName, readHamletName, sameHamletName } from "./hamlet-name";

describe("the writings of one name", () => {
  it.each([
    [
      "ap 3",
      ["Ấp 3", "ấp 03", "AP 3", "Ấp3", "  ấp   3 ", "Ấp số 3", "A\u0302\u0301p 3", "ẤP III"],
    ],
    ["thon 1", ["Thôn 1", "THÔN 01", "thon 1", "Thôn I", "Thôn số 1"]],
    ["xom 3", ["Xóm 3", "xom 03", "Xóm III"]],
    ["khu pho 5", ["Khu phố 5", "KP5", "KP.5", "kp 05", "K.P 5", "Khu pho so 5", "KP V"]],
    ["to 12", ["Tổ 12", "TO 12", "tổ số 12", "Tổ XII"]],
    [
      "to dan pho 7",
      ["Tổ dân phố số 7", "TDP 7", "tdp7", "TDP số 07", "Tổ dân phố VII", "T.D.P 7"],
    ],
    ["khu vuc 2", ["Khu vực 2", "KV2", "kv. 02"]],
    ["khu pho 5b", ["Khu phố 5B", "KP5B", "KP 5 B", "khu phố 5b"]],
    ["buon don", ["Buôn Đôn", "BUON DON"]],
    ["ban lac", ["Bản Lác", "bản  lác"]],
    ["lang vay", ["Làng Vây"]],
    ["khom 4", ["Khóm 4", "KHÓM IV"]],
    ["phum thom", ["Phum Thom"]],
    ["soc moi", ["Sóc Mới"]],
    ["ap tan lap 2", ["Ấp Tân Lập 2", "Ấp Tân Lập II", "ap tan lap 02"]],
    ["buon hma", ["Buôn H'Ma", "Buôn H’ Ma"]],
  ])("%s", (folded, writings) => {
    expect(writings.map(foldHamletName)).toEqual(writings.map(() => folded));
  });
});

describe("names that only look alike", () => {
  it.each([
    ["Ấp 3", "Ấp 13"],
    ["Ấp 3", "Thôn 3"],
    ["Tổ 7", "Tổ dân phố 7"],
    ["Khu phố 5", "Khu phố 5A"],
    ["Thôn VI", "Thôn Vi"],
    ["Ấp Ba", "Ấp 3"],
  ])("%s is not %s", (one, other) => {
    expect(sameHamletName(one, other)).toBe(false);
  });

  it("marks tell two apart where both have them", () => {
    expect(sameHamletName("Thôn Đông", "Thôn Đồng")).toBe(false);
    expect(sameHamletName("Thôn Đồng", "thon dong")).toBe(true);
    expect(sameHamletName("Thôn Hoà", "Thôn Hòa")).toBe(true);
    expect(sameHamletName("KP5", "Khu phố 5")).toBe(true);
  });
});

it("keeps a name that has no type, and a type that is the name", () => {
  expect(readHamletName("Láng Le")).toMatchObject({ type: "", rest: "lang le" });
  expect(foldHamletName("Xóm")).toBe("xom");
  expect(foldHamletName(" , ")).toBe("");
});
