import { type ClassTable, dates, names, numbers, sexes } from "./example";

const HOA = "Nguyễn Thị Hòa";
const OWN = "079185001234";

/** Nothing harmless explains it. */
export const DIFFERENT: ClassTable = {
  class: "different",
  seen: [
    ...names([
      ["different/different", "Trần Văn Nam", HOA, "unmatched"],
      ["different/different", "Nguyễn Thị Lan", HOA, "unmatched"],
      ["different/different", "Nguyễn Văn An", "Nguyễn Văn Ân Tú", "unmatched"],
      ["different/different", "Smith John", HOA, "unmatched"],
      ["different/given_only", "Hòa", HOA, "unmatched", { note: "one word of three" }],
      ["different/given_only", "Trần Văn Hòa", HOA, "unmatched"],
      ["different/given_only", "Lê Thị Hòa", "Lý Thị Hòa", "unmatched"],
      ["different/given_only", "Nguyễn Ngọc Hòa", HOA, "unmatched"],
      ["different/different", "H'Hen Niê", "H'Bia Mlô", "unmatched"],
      ["different/different", "Giàng A Páo", "Giàng A Sình", "unmatched"],
    ]),
    ...dates([
      ["different/different", "25/11/1970", "12/03/1985", "review"],
      ["different/one_part", "12/11/1985", "12/03/1985", "review"],
      ["different/different", "1986", "12/03/1985", "review"],
    ]),
    ...sexes([
      ["different/different", "male", "female", "review", { record: { idNumber: "024123457" } }],
    ]),
    ...numbers([
      ["different/different", "001185077777", OWN, "unmatched"],
      ["different/different", "079185001325", OWN, "unmatched"],
      ["different/unlinked", "024123458", OWN, "review"],
      [
        "different/different",
        "079185007777",
        OWN,
        "unmatched",
        {
          others: [
            {
              fullName: "Trần Thị Mai",
              birthDate: "20/10/1985",
              idNumber: "079185007777",
              oldIds: [],
            },
          ],
          note: "name, date and sex are hers, the number is another woman's",
        },
      ],
    ]),
  ],
  neighbours: [
    ...names([
      ["order/order", "Hòa Nguyễn Thị", HOA, "repaired"],
      ["abbreviated/middle_dropped", "Nguyễn Hòa", HOA, "repaired"],
      ["regional/regional_name", "Huỳnh Thị Hòa", "Hoàng Thị Hòa", "review"],
      ["typo/typo_2", "Nguyễnn Thịi Hòa", HOA, "review"],
      ["format/encoding", "NguyÔn ThÞ Hßa", HOA, "repaired"],
      ["format/typing", "Nguye6n4 Thi5 Hoa2", HOA, "repaired"],
      ["format/typing", "Nguye^~n Thi. Ho`a", HOA, "repaired"],
      ["diacritics/marks", "Nguyễn Hóa", HOA, "review"],
      ["order/order_other", "Hòa Nguyễn", HOA, "review"],
      ["typo/typo_2", "Ngyễn Hòa", HOA, "review"],
      ["missing", "", HOA, "review"],
    ]),
    ...dates([
      ["swapped_date", "03/12/1985", "12/03/1985", "repaired"],
      ["typo/one_digit", "12/08/1985", "12/03/1985", "review"],
      ["partial_date/maybe_year_only", "01/01/1985", "12/03/1985", "repaired"],
    ]),
    ...sexes([["typo/against_number", "male", "female", "repaired"]]),
    ...numbers([
      ["typo/one_digit", "079185001235", OWN, "unmatched"],
      ["old_number", "024123457", OWN, "repaired"],
      ["leading_zero", "79185001234", OWN, "repaired"],
      ["missing", null, OWN, "review"],
    ]),
  ],
};
