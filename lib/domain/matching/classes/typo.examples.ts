import { type ClassTable, dates, names, numbers, sexes } from "./example";

const HOA = "Nguyễn Thị Hòa";

/** One or two slips of the hand: told to a person, never accepted by the machine. */
export const TYPO: ClassTable = {
  class: "typo",
  seen: [
    ...names([
      ["typo/typo_1", "Nguyễn Thị Hoàn", HOA, "review", { note: "a letter more" }],
      ["typo/typo_1", "Nguyễnn Thị Hòa", HOA, "review", { note: "twice the same" }],
      ["typo/typo_1", "Ngyuễn Thị Hòa", HOA, "review", { note: "two exchanged" }],
      ["typo/typo_1", "Nguễn Thị Hòa", HOA, "review", { note: "one left out" }],
      ["typo/typo_1", "Nguyễn Thj Hòa", HOA, "review", { note: "the key beside it" }],
      ["typo/typo_1", "NGUYEN THI HOAN", HOA, "review", { note: "and without marks" }],
      ["typo/typo_1", "Nguyễn Thị Hoas", HOA, "review", { note: "a key of Telex alone" }],
      ["typo/typo_1", "NguyÔnn ThÞ Hßa", HOA, "review", { note: "and in TCVN3" }],
      ["typo/typo_2", "Nguyễnn Thịi Hòa", HOA, "review"],
      ["typo/typo_2", "Nguyen Thị Hòan", HOA, "review", { note: "and marks left out" }],
      ["typo/typo_2", "Nguyến Thị Hòan", HOA, "review", { note: "and another mark" }],
      ["typo/typo_2", "Ngyễn Hòa", HOA, "review", { note: "and Thị left out" }],
      ["typo/typo_2", "Ngyễn T. Hòa", HOA, "review", { note: "and abbreviated" }],
      ["typo/typo_1", "Nông Thị Ngịc", "Nông Thị Ngọc", "review"],
    ]),
    ...dates([
      ["typo/one_digit", "12/08/1985", "12/03/1985", "review"],
      [
        "typo/one_digit",
        "12/03/1958",
        "12/03/1985",
        "review",
        { record: { idNumber: "024123457" } },
      ],
      ["typo/one_digit", "13/03/1985", "12/03/1985", "review"],
      ["typo/year_slip", "12/03/1984", "12/03/1985", null, { record: { idNumber: "024123457" } }],
      ["typo/year_slip", "12/03/2085", "12/03/1985", null, { record: { idNumber: "024123457" } }],
      ["typo/year_against_number", "12/03/1984", "12/03/1985", "repaired"],
      ["typo/year_against_number", "12/03/2085", "12/03/1985", "repaired", { note: "a century" }],
    ]),
    ...sexes([
      ["typo/against_number", "male", "female", "repaired", { note: "her number says woman" }],
    ]),
    ...numbers([
      ["typo/one_digit", "079185001235", "079185001234", "unmatched"],
      ["typo/one_digit", "079185001243", "079185001234", "unmatched"],
      ["typo/one_digit", "0791850012345", "079185001234", null],
    ]),
  ],
  neighbours: [
    ...names([
      ["regional/regional_sound", "Lê Thị Xinh", "Lê Thị Sinh", "review"],
      ["regional/regional_sound", "Lê Thị Chang", "Lê Thị Trang", "review"],
      ["diacritics/marks", "Lê Văn Hưng", "Lê Văn Hùng", "review"],
      ["different", "Nguyễn Thị Lan", HOA, "unmatched"],
      [
        "different/given_only",
        "Lê Thị Hòa",
        "Lý Thị Hòa",
        "unmatched",
        { note: "two-letter words" },
      ],
      ["different", "Ngyễn Thj Hòaa", HOA, "unmatched", { note: "three slips" }],
      ["different/given_only", "Đặng Thị Hòa", "Hoàng Thị Hòa", "unmatched", { note: "two names" }],
      ["format/typing", "Nguyễn Thij Hòa", HOA, "repaired", { note: "Telex is no slip" }],
      [
        "typo/typo_1",
        "Nguyễn Thị Hoàn",
        HOA,
        "unmatched",
        {
          others: [{ fullName: "Nguyễn Thị Hoàn", idNumber: "079185001235", oldIds: [] }],
          note: "twins one letter apart",
        },
      ],
      [
        "typo/typo_1",
        "Nguyễn Thị Hoàn",
        HOA,
        "unmatched",
        {
          others: [
            { fullName: "Nguyễn Thị Hoàn", idNumber: "079187001235", birthDate: "12/03/1985" },
          ],
          note: "sisters one letter apart, the number of the other",
        },
      ],
      ["abbreviated/abbreviated", "Nguyễn T. Hòa", HOA, "repaired"],
    ]),
    ...dates([
      ["swapped_date/swapped", "03/12/1985", "12/03/1985", "repaired"],
      ["different/one_part", "12/11/1985", "12/03/1985", "review"],
      ["different", "25/11/1985", "12/03/1985", null],
      ["different/one_part", "29/03/1985", "12/03/1985", "review"],
      [
        "different/one_part",
        "12/03/1962",
        "12/03/1985",
        null,
        { record: { idNumber: "024123457" } },
      ],
    ]),
    ...numbers([
      ["different", "079185001325", "079185001234", "unmatched", { note: "two digits" }],
      ["different", "001185001234", "079185001234", "unmatched"],
      ["different/unlinked", "024123458", "079185001234", "review"],
    ]),
  ],
};
