import { describe, expect, test } from "vitest";
import { nameLevel } from "./compare-name";
import { MODEL_V1 } from "./model";
import { prepareName } from "./prepared-name";

function level(a: string | null, b: string | null): string {
  return nameLevel(prepareName(a, MODEL_V1), prepareName(b, MODEL_V1));
}

/** Each pair stands beside a neighbour that must not be taken for the same kind of difference. */
describe.each([
  ["same", "Nguyễn Thị Hòa", "Nguyễn Thị Hòa"],
  ["unicode", "Nguyễn\u00A0Thị  Hòa", "Nguyễn Thị Hòa"],
  ["unicode", "Nguyễn Thị Hòa".normalize("NFD"), "Nguyễn Thị Hòa"],
  ["case", "NGUYỄN THỊ HÒA", "Nguyễn Thị Hòa"],
  ["spacing", "NguyễnThị Hòa", "Nguyễn Thị Hòa"],
  ["spacing", "H Hen Niê", "H'Hen Niê"],
  ["tone_place", "Nguyễn Thị Hoà", "Nguyễn Thị Hòa"],
  ["tone_place", "Lê Thị Thuỷ", "Lê Thị Thủy"],
  ["marks", "Nguyễn Thị Hóa", "Nguyễn Thị Hòa"],
  ["i_y", "Trần Thị Mĩ", "Trần Thị Mỹ"],
  ["i_y", "Lí Quí", "Lý Quý"],
  ["regional_sound", "Lê Thị Lan", "Lê Thị Nan"],
  ["encoding", "NguyÔn ThÞ Hßa", "Nguyễn Thị Hòa"],
  ["encoding", "Nguyá»…n Thá»‹ HÃ²a", "Nguyễn Thị Hòa"],
  ["typing", "Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa"],
  ["marks", "Nguyeenx Thij Hoas", "Nguyễn Thị Hòa"],
  ["unmarked", "NGUYEN THI HOA", "Nguyễn Thị Hòa"],
  ["unmarked", "Nguyễn Thị Hòa", "Nguyen Thi Hoa"],
  ["unmarked_i_y", "TRAN THI MI", "Trần Thị Mỹ"],
  ["head_unmarked", "NGUYEN THI HOÀ", "Nguyễn Thị Hòa"],
  ["partly_unmarked", "Nguyễn Thị Hoa", "Nguyễn Thị Hòa"],
  ["partly_unmarked", "Ma Văn Hòa", "Mã Văn Hòa"],
  ["hoi_nga", "Lê Văn Dủng", "Lê Văn Dũng"],
  ["marks", "Lê Văn Dùng", "Lê Văn Dũng"],
  ["d_bar", "Dỗ Thị Đào", "Đỗ Thị Đào"],
  ["abbreviated", "Ng. Thị Hòa", "Nguyễn Thị Hòa"],
  ["abbreviated", "Ng. Th. Hòa", "Nguyễn Thị Hòa"],
  ["abbreviated", "TR V NAM", "Trần Văn Nam"],
  ["abbreviated_given", "Nguyễn Thị H.", "Nguyễn Thị Hòa"],
  ["different", "Ph. Thị Hòa Bình", "Nguyễn Thị Hòa"],
  ["middle_dropped", "Nguyễn Hòa", "Nguyễn Thị Hòa"],
  ["middle_dropped_other", "Nguyễn Hòa", "Nguyễn Ngọc Hòa"],
  ["order", "Hòa Nguyễn Thị", "Nguyễn Thị Hòa"],
  ["order", "HOA THI NGUYEN", "Nguyễn Thị Hòa"],
  ["order_other", "Nguyễn Hoàng Anh", "Nguyễn Anh Hoàng"],
  ["regional_name", "Huỳnh Thị Hòa", "Hoàng Thị Hòa"],
  ["regional_name", "Võ Văn Nam", "Vũ Văn Nam"],
  ["regional_name", "Phan Văn Nam", "Phạm Văn Nam"],
  ["regional_name", "Trần Hoàng Phước", "Trần Hoàng Phúc"],
  ["regional_name", "HUYNH THI HOA", "Hoàng Thị Hòa"],
  ["regional_sound", "Lê Văn Xinh", "Lê Văn Sinh"],
  ["regional_sound", "Lê Văn Chung", "Lê Văn Trung"],
  ["regional_sound", "Lê Văn Phướt", "Lê Văn Phước"],
  ["marks", "Lê Văn Hưng", "Lê Văn Hùng"],
  ["typo_1", "Nguyễn Thị Hoàn", "Nguyễn Thị Hòa"],
  ["typo_1", "Nguyễnn Thị Hòa", "Nguyễn Thị Hòa"],
  ["typo_2", "Nguyễnn Thịi Hòa", "Nguyễn Thị Hòa"],
  ["typo_1", "Ngyuễn Thị Hòa", "Nguyễn Thị Hòa"],
  ["given_only", "Lê Thị Hòa", "Lý Thị Hòa"],
  ["different", "Nguyễn Văn An", "Nguyễn Văn Ân Tú"],
  ["given_only", "Trần Văn Hòa", "Nguyễn Thị Hòa"],
  ["different", "Nguyễn Thị Lan", "Nguyễn Thị Hòa"],
  ["different", "Trần Văn Nam", "Nguyễn Thị Hòa"],
  ["missing", null, "Nguyễn Thị Hòa"],
  ["missing", " - ", "Nguyễn Thị Hòa"],
])("%s: %s and %s", (expected, a, b) => {
  test("from the record's side and from the registry's", () => {
    expect([level(a, b), level(b, a)]).toEqual([expected, expected]);
  });
});
