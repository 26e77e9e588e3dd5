import { type ClassTable, names } from "./example";

const HOA = "Nguyễn Thị Hòa";
const zeroLost = { record: { idNumber: "79185001234" } };
const oldNumber = { record: { idNumber: "024123457" } };

/** Words abbreviated or a middle name left out; accepted only under the very number of today. */
export const ABBREVIATED: ClassTable = {
  class: "abbreviated",
  seen: names([
    ["abbreviated/abbreviated", "Ng. Thị Hòa", HOA, "repaired"],
    ["abbreviated/abbreviated", "Ng Thị Hòa", HOA, "repaired"],
    ["abbreviated/abbreviated", "N.T.Hòa", HOA, "repaired"],
    ["abbreviated/abbreviated", "Ng. Th. Hòa", HOA, "repaired"],
    ["abbreviated/abbreviated", "Nguyễn T. Hòa", HOA, "repaired"],
    ["abbreviated/abbreviated", "NGUYEN T HOA", HOA, "repaired", { note: "and without marks" }],
    ["abbreviated/abbreviated", "Ng. Thị Hoà", HOA, "repaired", { note: "and tone place" }],
    ["abbreviated/abbreviated", "Ng. ThÞ Hßa", HOA, "repaired", { note: "and TCVN3" }],
    ["abbreviated/abbreviated", "Ng. Thij Hoaf", HOA, "repaired", { note: "and Telex" }],
    ["abbreviated/abbreviated", "Tr. Văn Nam", "Trần Văn Nam", "repaired"],
    ["abbreviated/abbreviated", "Đ. Thị Hòa", "Đặng Thị Hòa", "repaired"],
    ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "repaired"],
    ["abbreviated/middle_dropped", HOA, "Nguyễn Hòa", "repaired", { note: "the registry's side" }],
    ["abbreviated/middle_dropped", "Nguyễn Hoà", HOA, "repaired", { note: "and tone place" }],
    ["abbreviated/middle_dropped", "NGUYEN HOA", HOA, "repaired", { note: "and without marks" }],
    ["abbreviated/middle_dropped", "NguyÔn Hßa", HOA, "repaired", { note: "and TCVN3" }],
    ["abbreviated/middle_dropped", "Nguyeãn Hoøa", HOA, "repaired", { note: "and VNI-Windows" }],
    ["abbreviated/middle_dropped", "Nguyeenx Hoaf", HOA, "repaired", { note: "and Telex" }],
    ["abbreviated/middle_dropped", "Nguye^~n Ho`a", HOA, "repaired", { note: "and VIQR" }],
    ["abbreviated/middle_dropped", "Trần Nam", "Trần Văn Nam", "repaired"],
    ["abbreviated/middle_dropped", "Nguyễn Ngọc Hòa", "Nguyễn Thị Ngọc Hòa", "repaired"],
    ["abbreviated/middle_dropped", "Thạch Sà Rây", "Thạch Thị Sà Rây", "repaired"],
    ["abbreviated/middle_dropped_other", "Hen Niê", "H'Hen Niê", null],
    ["abbreviated/abbreviated_given", "Nguyễn Thị H.", HOA, "review"],
    ["abbreviated/abbreviated_given", "N.T.H.", HOA, "review"],
  ]),
  neighbours: names([
    ["different", "Nguyễn Ngọc Lan", "Nguyễn Thị Lan Anh", null],
    ["different/given_only", "Nguyễn Ngọc Hòa", HOA, "unmatched", { note: "another middle name" }],
    ["different/given_only", "Nguyễn Văn Hòa", HOA, "unmatched", { note: "Văn for Thị" }],
    ["different/given_only", "Ph. Thị Hòa", HOA, "unmatched", { note: "Ph. is no Nguyễn" }],
    ["different/given_only", "Trần Hòa", HOA, "unmatched"],
    ["different", "Nguyễn Thị", HOA, "unmatched", { note: "the given name is left out" }],
    ["different", "Ng. Thị Lan", HOA, "unmatched"],
    ["diacritics/marks", "Nguyễn Hóa", HOA, "review", { note: "other marks besides" }],
    ["diacritics/marks", "Nguyễn Hoa", HOA, "review", { note: "marks left out of Hòa alone" }],
    ["diacritics/marks", "Ng. Thi Hòa", HOA, "review"],
    ["regional/regional_name", "Huỳnh Hòa", "Hoàng Thị Hòa", "review"],
    ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "review", { ...zeroLost, note: "zero lost" }],
    ["abbreviated/abbreviated", "Ng. Thị Hòa", HOA, "review", { ...oldNumber, note: "old number" }],
    ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "review", { record: { birthDate: "1985" } }],
    ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "review", { record: { idNumber: null } }],
    [
      "abbreviated/middle_dropped",
      "Nguyễn Hòa",
      HOA,
      "review",
      {
        others: [{ fullName: "Nguyễn Hòa", idNumber: "079185001235", oldIds: [] }],
        note: "a Nguyễn Hòa of the same day is there",
      },
    ],
  ]),
};
