import { type ClassTable, numbers } from "./example";

const OWN = "079185001234";
const north = { person: { idNumber: "001185001234" } };

/** Spreadsheets take the first zeros off; putting them back must give the person's very number. */
export const LEADING_ZERO: ClassTable = {
  class: "leading_zero",
  seen: numbers([
    ["leading_zero/restored", "79185001234", OWN, "repaired"],
    ["leading_zero/restored", "7.9185001234E+10", OWN, "repaired"],
    ["leading_zero/restored", "'79185001234", OWN, "repaired"],
    ["leading_zero/restored", "79 185 001 234", OWN, "repaired"],
    ["leading_zero/restored", "79.185.001.234", OWN, "repaired"],
    ["leading_zero/restored", "79185001234.0", OWN, "repaired"],
    ["leading_zero/restored", "79185OO1234", OWN, "repaired"],
    ["leading_zero/restored", "CCCD: 79185001234", OWN, "repaired"],
    ["leading_zero/restored", "1185001234", "001185001234", "repaired", north],
    ["leading_zero/restored", "1.185001234E+9", "001185001234", "repaired", north],
    [
      "leading_zero/restored",
      "01185001234",
      "001185001234",
      "repaired",
      { note: "one of two zeros" },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "repaired",
      { record: { fullName: "NGUYEN THI HOA" } },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "repaired",
      { record: { fullName: "Nguyễn Thị Hoà" } },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "repaired",
      { record: { birthDate: "03/12/1985" } },
    ],
    [
      "leading_zero/restored",
      "79085001234",
      "079085001234",
      "repaired",
      { note: "the number's sex digit is wrong on both sides: it was issued so" },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "review",
      { record: { fullName: "Nguyễn Thị Hóa" } },
    ],
  ]),
  neighbours: numbers([
    ["typo/one_digit", "07918501234", OWN, "review", { note: "a digit inside was lost" }],
    ["typo/one_digit", "079185001235", OWN, "unmatched"],
    ["different", "79085001234", OWN, null, { note: "the zero put back makes it a man's number" }],
    ["different", "79112001234", OWN, "unmatched", { note: "put back, it is of another year" }],
    [
      "different",
      "79112001234",
      "079212001234",
      "unmatched",
      { note: "put back, year and sex disagree, and nobody of that name carries it" },
    ],
    [
      "leading_zero/restored",
      "79085001234",
      "079085001234",
      "unmatched",
      {
        person: { fullName: "Trần Văn Nam", sex: "male", birthDate: "20/10/1985" },
        note: "put back, it belongs to a man of another name",
      },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "unmatched",
      {
        record: { fullName: "Lê Minh An", birthDate: "02/09/2012" },
        note: "a child, the mother's number",
      },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "review",
      { record: { fullName: "Nguyễn Hòa" }, note: "a shortened name needs the number as it is" },
    ],
    [
      "leading_zero/restored",
      "79185001234",
      OWN,
      "review",
      { record: { fullName: "Hòa Nguyễn Thị" }, note: "so does a name turned round" },
    ],
    [
      "missing/unusable",
      "99185001234",
      OWN,
      "review",
      { note: "no province 099: nothing is put back" },
    ],
    ["missing", "7.92E+10", OWN, "review", { note: "the digits are gone" }],
    ["missing", "11111111111", OWN, "review", { note: "typed to fill the field" }],
    ["missing", "12345678901", OWN, "review"],
    ["missing", "9185001234567", OWN, null, { note: "too long" }],
    [
      "old_number/registered",
      "24123457",
      OWN,
      "repaired",
      { note: "eight digits are an old number's" },
    ],
    ["format/spacing", "079 185 001 234", OWN, "repaired"],
  ]),
};
