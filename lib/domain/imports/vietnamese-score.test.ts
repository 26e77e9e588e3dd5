import { describe, expect, it } from "vitest";
import { isVietnameseSyllable, scoreVietnamese } from "./vietnamese-score";
import { decodeVni } from "./vni-text";

describe("isVietnameseSyllable", () => {
  it.each([
    ..."Nguyễn Thị Hường Đặng Quỳnh Nghĩa Khuyến Giềng Xã Ấp Phượng Thủy Thuỷ Mỹ Yến".split(" "),
    ..."Huỳnh Trường Quyết Lượng Oanh Uyên Ý Giáp Khoẻ Nghiêm Quốc Thước".split(" "),
  ])("knows %s", (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.normalize("NFD"))).toBe(true);
    expect(isVietnameseSyllable(word.toUpperCase())).toBe(true);
  });

  it.each(["NguyÔn", "Nguyeãn", "V¨n", "§øc", "Höôøng", "Nguyá»…n", "Bàt", "Hò̀a"])(
    "refuses %s",
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(false);
    },
  );
});

describe("scoreVietnamese", () => {
  it("is the share of right words among those with marks", () => {
    expect(scoreVietnamese("Nguyễn Van Đức, NguyÔn (Xã) 1985")).toBe(0.75);
  });

  it("says nothing about plain ASCII", () => {
    expect(scoreVietnamese("Nguyen Van A;1985")).toBe(0);
  });
});

describe("decodeVni", () => {
  it.each([
    ["Nguyeãn Thò Höôøng", "Nguyễn Thị Hường"],
    ["Traàn Vaên Ñöùc", "Trần Văn Đức"],
    ["NGUYEÃN THÒ TUYEÁT", "NGUYỄN THỊ TUYẾT"],
    ["Phöôøng Taân Thuaän, Quaän 7", "Phường Tân Thuận, Quận 7"],
    ["Lyù Myõ Kyø, Ñaëng Bích, Mì", "Lý Mỹ Kỳ, Đặng Bích, Mì"],
  ])("%s → %s", (text, decoded) => {
    expect(decodeVni(text)).toBe(decoded);
  });
});
