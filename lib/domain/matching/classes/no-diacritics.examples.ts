import { type ClassTable, names } from "./example";

const HOA = "Nguyễn Thị Hòa";

/** A whole name without a single mark, on one of the sides. */
export const NO_DIACRITICS: ClassTable = {
  class: "no_diacritics",
  seen: names([
    ["no_diacritics/unmarked", "NGUYEN THI HOA", HOA, "matched"],
    ["no_diacritics/unmarked", "Nguyen Thi Hoa", HOA, "matched"],
    ["no_diacritics/unmarked", "nguyen thi hoa", HOA, "matched"],
    ["no_diacritics/unmarked", "NGUYEN  THI HOA ", HOA, "matched"],
    ["no_diacritics/unmarked", HOA, "NGUYEN THI HOA", "matched", { note: "the registry's side" }],
    ["no_diacritics/unmarked", "DANG THI UOC", "Đặng Thị Ước", "matched"],
    ["no_diacritics/unmarked", "DO THI DAO", "Đỗ Thị Đào", "matched"],
    ["no_diacritics/unmarked", "TRUONG THI HUONG", "Trương Thị Hường", "matched"],
    ["no_diacritics/unmarked", "NGUYEN THIHOA", HOA, "matched", { note: "joined too" }],
    ["no_diacritics/unmarked", "H HEN NIE", "H'Hen Niê", "matched"],
    ["no_diacritics/unmarked", "Y BLOK NIE", "Y Blok Niê", "matched"],
    ["no_diacritics/unmarked", "KPA HLAN", "Kpă H'Lan", "matched"],
    ["no_diacritics/unmarked", "THACH THI SA RAY", "Thạch Thị Sà Rây", "matched"],
    ["no_diacritics/unmarked", "GIANG A PAO", "Giàng A Páo", "matched"],
    ["no_diacritics/unmarked", "SUNG THI MY", "Sùng Thị Mỷ", "matched"],
    ["no_diacritics/unmarked", "Ly Thi Bong", "Lý Thị Bống", "matched"],
    ["no_diacritics/unmarked_i_y", "TRAN THI MI", "Trần Thị Mỹ", "matched"],
    ["no_diacritics/unmarked_i_y", "LI THI QUI", "Lý Thị Quý", "matched"],
  ]),
  neighbours: names([
    ["diacritics/partly_unmarked", "Nguyễn Thị Hoa", HOA, "review"],
    ["diacritics/partly_unmarked", "NGUYỄN THỊ HOA", HOA, "review"],
    ["diacritics/head_unmarked", "Nguyen Thi Hòa", HOA, "repaired"],
    ["diacritics/head_unmarked", "Nguyễn Van Hùng", "Nguyễn Vân Hùng", "repaired"],
    ["typo/typo_1", "NGUYEN THI HOAN", HOA, "review"],
    ["typo/typo_1", "NGUYEN THI HO", HOA, "review"],
    ["typo/typo_1", "NGUYN THI HOA", HOA, "review"],
    ["regional/regional_name", "HUYNH THI HOA", "Hoàng Thị Hòa", "review"],
    ["regional/regional_name", "VO THI HOA", "Vũ Thị Hòa", "review"],
    ["regional/regional_name", "PHAN THI HOA", "Phạm Thị Hòa", "review"],
    ["regional/regional_sound", "LE THI LAN", "Lê Thị Nan", "review"],
    ["abbreviated/middle_dropped", "NGUYEN HOA", HOA, "repaired"],
    ["abbreviated/abbreviated", "NGUYEN T HOA", HOA, "repaired"],
    ["order/order", "HOA NGUYEN THI", HOA, "repaired"],
    ["different", "NGUYEN VAN NAM", HOA, "unmatched"],
    ["different/given_only", "TRAN VAN HOA", HOA, "unmatched"],
    [
      "no_diacritics/unmarked",
      "NGUYEN THI HOA",
      HOA,
      "unmatched",
      {
        note: "twins: Hoa carries the number's day, and Hòa's name without marks is both",
        record: { idNumber: "079185001235" },
      },
    ],
  ]),
};
