import { type ClassTable, numbers } from "./example";

const OWN = "079185001234";
const reissued = { person: { oldIds: ["079185999999", "024123457"] } };

/** Numbers that the registry links to the person: CMND of nine digits, and numbers issued again. */
export const OLD_NUMBER: ClassTable = {
  class: "old_number",
  seen: numbers([
    ["old_number/registered", "024123457", OWN, "repaired"],
    ["old_number/registered", "024 123 457", OWN, "repaired"],
    ["old_number/registered", "'024123457", OWN, "repaired"],
    ["old_number/registered", "O24123457", OWN, "repaired"],
    ["old_number/registered", "CMND 024123457", OWN, "repaired"],
    ["old_number/registered", "24123457", OWN, "repaired", { note: "zero lost" }],
    ["old_number/registered", "24123457.0", OWN, "repaired"],
    [
      "old_number/registered",
      "079185999999",
      OWN,
      "repaired",
      { ...reissued, note: "issued again" },
    ],
    [
      "old_number/registered",
      "79185999999",
      OWN,
      "repaired",
      { ...reissued, note: "and zero lost" },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "repaired",
      { ...reissued, note: "the older of two" },
    ],
    ["old_number/registered", "024123457", null, "repaired", { note: "no 12-digit number known" }],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "repaired",
      { record: { fullName: "NGUYEN THI HOA" } },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "repaired",
      { record: { fullName: "NguyÔn ThÞ Hßa" } },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "repaired",
      { record: { birthDate: "03/12/1985" } },
    ],
    ["old_number/registered", "024123457", OWN, "review", { record: { birthDate: "12/08/1985" } }],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "review",
      { record: { fullName: "Nguyễn Thị Hóa" } },
    ],
  ]),
  neighbours: numbers([
    ["different/unlinked", "024123458", OWN, "review", { note: "a CMND that nobody is known by" }],
    ["different/unlinked", "024123475", OWN, "review", { note: "two digits exchanged" }],
    ["different/unlinked", "111222334", OWN, "review"],
    ["different/unlinked", "024123457", OWN, "review", { person: { oldIds: [] } }],
    [
      "different",
      "079185999998",
      OWN,
      "unmatched",
      { ...reissued, note: "one beside the old one" },
    ],
    ["different", "079185888888", OWN, "unmatched", reissued],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "unmatched",
      { record: { fullName: "Trần Văn Nam", sex: "male" }, note: "somebody else's old number" },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "unmatched",
      {
        record: { fullName: "Lê Minh An", birthDate: "02/09/2012" },
        note: "a child, the mother's CMND",
      },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "review",
      {
        others: [{ idNumber: "024123457", oldIds: [] }],
        note: "two persons of one name and day carry it: a CMND was given twice",
      },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "unmatched",
      {
        record: { fullName: "Nguyễn Thị Hoàn" },
        others: [{ fullName: "Nguyễn Thị Hoàn", idNumber: "079185001235", oldIds: ["024123458"] }],
        note: "twins, the CMND of the other",
      },
    ],
    [
      "old_number/registered",
      "024123457",
      OWN,
      "review",
      { record: { fullName: "Nguyễn Hòa" }, note: "a shortened name needs the number of today" },
    ],
    ["missing", "111111111", OWN, "review", { note: "typed to fill the field" }],
    ["missing", "123456789", OWN, "review"],
    ["missing/unusable", "B1234567", OWN, "review", { note: "a passport" }],
    ["leading_zero/restored", "79185001234", OWN, "repaired"],
    ["same/same", OWN, OWN, "matched", reissued],
  ]),
};
