import { type ClassTable, dates, names, numbers, sexes } from "./example";

const OWN = "079185001234";

/** A value is not there, or nothing can be read from it: neutral, neither for nor against. */
export const MISSING: ClassTable = {
  class: "missing",
  seen: [
    ...sexes([
      ["missing", null, "female", "repaired"],
      ["missing", "female", null, "repaired"],
      ["missing", null, "female", "review", { record: { fullName: "Nguyễn Thị Hóa" } }],
      ["missing", null, "female", "review", { record: { idNumber: null } }],
    ]),
    ...dates([
      ["missing", null, "12/03/1985", "review"],
      ["missing", "29/02/1985", "12/03/1985", "review", { note: "no such day in a common year" }],
      ["missing", "31/11/1985", "12/03/1985", "review"],
      ["missing", "không rõ", "12/03/1985", "review"],
      ["missing", "12/03/1585", "12/03/1985", "review", { note: "out of range" }],
      ["missing", "12/03/1985", null, "review", { note: "the registry lacks it" }],
    ]),
    ...names([
      ["missing", null, "Nguyễn Thị Hòa", "review"],
      ["missing", " - ", "Nguyễn Thị Hòa", "review"],
      ["missing", "12345", "Nguyễn Thị Hòa", "review"],
      ["missing", "...", "Nguyễn Thị Hòa", "review"],
    ]),
    ...numbers([
      ["missing", null, OWN, "review"],
      ["missing", "", OWN, "review"],
      ["missing", "không có", OWN, "review"],
      ["missing", "7.92E+10", OWN, "review", { note: "digits are gone" }],
      ["missing/unusable", "111111111111", OWN, "review"],
      ["missing/unusable", "123456789012", OWN, "review"],
      ["missing/unusable", "000185001234", OWN, "review", { note: "no place has 000" }],
      ["missing/unusable", "B1234567", OWN, "review", { note: "a passport" }],
      ["missing", "079185001235", null, "unmatched", { note: "the registry has none for her" }],
    ]),
  ],
  neighbours: [
    ...sexes([
      ["typo/against_number", "male", "female", "repaired"],
      ["different", "male", "female", "review", { record: { idNumber: "024123457" } }],
      ["same", "female", "female", "matched"],
    ]),
    ...dates([
      ["same", "29/02/1984", "29/02/1984", "matched"],
      ["partial_date/year_agrees", "1985", "12/03/1985", "repaired"],
      ["partial_date/maybe_year_only", "01/01/1985", "12/03/1985", "repaired"],
      ["different", "25/11/1970", "12/03/1985", "review"],
      ["typo/one_digit", "28/02/1985", "20/02/1985", "review"],
    ]),
    ...names([
      ["different", "Không rõ tên", "Nguyễn Thị Hòa", "unmatched"],
      ["same", "Danh", "Danh", "matched", { note: "one word is a name" }],
      ["abbreviated/abbreviated_given", "Nguyễn Thị H.", "Nguyễn Thị Hòa", "review"],
    ]),
    ...numbers([
      ["leading_zero", "79185001234", OWN, "repaired"],
      ["old_number", "024123457", OWN, "repaired"],
      ["different/unlinked", "024123458", OWN, "review"],
      ["typo/one_digit", "0791850012345", OWN, null, { note: "a digit too many" }],
      ["typo/one_digit", "07918500123", OWN, null, { note: "the last digit was cut off" }],
      ["different", "001185077777", OWN, "unmatched"],
      ["format/spacing", "O79185OO1234", OWN, "repaired"],
    ]),
  ],
};
