import { type ClassTable, names } from "./example";

const HOA = "Nguyễn Thị Hòa";
const zeroLost = { record: { idNumber: "79185001234" } };

/** The same words in another order, as passports and foreign programs put them. */
export const ORDER: ClassTable = {
  class: "order",
  seen: names([
    ["order/order", "Hòa Nguyễn Thị", HOA, "repaired"],
    ["order/order", "Hòa Thị Nguyễn", HOA, "repaired"],
    ["order/order", "Thị Hòa Nguyễn", HOA, "repaired"],
    ["order/order", "HÒA NGUYỄN THỊ", HOA, "repaired"],
    ["order/order", "HOA THI NGUYEN", HOA, "repaired", { note: "and without marks" }],
    ["order/order", "Hoà Nguyễn Thị", HOA, "repaired", { note: "and tone place" }],
    ["order/order", "Hßa NguyÔn ThÞ", HOA, "repaired", { note: "and TCVN3" }],
    ["order/order", "Hoaf Nguyeenx Thij", HOA, "repaired", { note: "and Telex" }],
    ["order/order", "Nam Trần", "Trần Nam", "repaired"],
    ["order/order", "Niê H'Hen", "H'Hen Niê", "repaired"],
    ["order/order", "Phước Ksor", "Ksor Phước", "repaired"],
    ["order/order", "Blok Niê Y", "Y Blok Niê", "repaired"],
    ["order/order", "SMITH JOHN", "John Smith", "repaired"],
    ["order/order_other", "Nguyễn Hoàng Anh", "Nguyễn Anh Hoàng", "review"],
    ["order/order_other", "Nguyễn Hòa Thị", HOA, "review"],
    ["order/order_other", "Hòa Nguyễn", HOA, "review", { note: "and Thị left out" }],
    ["order/order_other", "Hòa Ng. Thị", HOA, "review", { note: "and abbreviated" }],
    ["order/order_other", "Hóa Nguyễn Thị", HOA, "review", { note: "and another tone" }],
    ["order/order_other", "Dủng Lê Văn", "Lê Văn Dũng", "review", { note: "and hỏi/ngã" }],
  ]),
  neighbours: names([
    ["different", "Hòa Trần Thị", HOA, "unmatched"],
    ["different", "Hòa Nguyễn Ngọc", HOA, "unmatched"],
    ["different", "Lan Nguyễn Thị", HOA, "unmatched"],
    ["different", "Thị Nguyễn Lan", HOA, "unmatched"],
    ["order/order", "Hòa Nguyễn Thị", HOA, "review", { ...zeroLost, note: "zero lost besides" }],
    ["order/order", "Hòa Nguyễn Thị", HOA, "review", { record: { idNumber: "024123457" } }],
    ["order/order", "Hòa Nguyễn Thị", HOA, "review", { record: { birthDate: "03/12/1985" } }],
    ["order/order", "Hòa Nguyễn Thị", HOA, "review", { record: { idNumber: null } }],
    ["order/order", "Hòa Nguyễn Thị", HOA, "unmatched", { record: { idNumber: "079185001235" } }],
    [
      "order/order",
      "Minh Lê",
      "Lê Minh",
      "review",
      {
        others: [{ fullName: "Minh Lê", idNumber: "079185001235", oldIds: [] }],
        note: "somebody bears the name as it is written",
      },
    ],
    [
      "order/order_other",
      "Nguyễn Hoàng Anh",
      "Nguyễn Anh Hoàng",
      "unmatched",
      {
        others: [{ fullName: "Nguyễn Hoàng Anh", idNumber: "079185001235", oldIds: [] }],
        note: "brothers with the same words in their names",
      },
    ],
    ["same", "Smith John", "Smith John", "matched"],
    ["format/case", "SMITH JOHN", "Smith John", "matched"],
    ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "repaired"],
    ["typo/typo_1", "Nguyễn Thị Hoàn", HOA, "review"],
    ["different", "Hòan Nguyễn Thị", HOA, "unmatched", { note: "turned round and a slip" }],
  ]),
};
