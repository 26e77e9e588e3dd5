import { type ClassTable, dates, names, numbers, sexes } from "./example";

const HOA = "Nguyễn Thị Hòa";

/** Nothing differs; and people who have nearly everything in common and are two. */
export const SAME: ClassTable = {
  class: "same",
  seen: [
    ...names([
      ["same/same", HOA, HOA, "matched"],
      ["same/same", "NGUYEN THI HOA", "NGUYEN THI HOA", "matched"],
      ["same/same", "H'Hen Niê", "H'Hen Niê", "matched"],
      ["same/same", "Ksor Phước", "Ksor Phước", "matched"],
      ["same/same", "Giàng A Páo", "Giàng A Páo", "matched"],
      ["same/same", "Rơ Châm H' Bli", "Rơ Châm H' Bli", "matched"],
      ["same/same", "Danh", "Danh", "matched", { note: "one word" }],
      ["same/same", "Y Wơng Êban", "Y Wơng Êban", "matched"],
      ["same/same", "Trần Alex", "Trần Alex", "matched", { note: "is no Telex" }],
      ["same/same", "Lê Max", "Lê Max", "matched", { note: "is no Telex on both sides" }],
    ]),
    ...dates([
      ["same/same", "12/03/1985", "1985-03-12", "matched"],
      ["same/same", "12-3-85", "12/03/1985", "matched"],
      ["same/same", "31118", "12/03/1985", "matched", { note: "a spreadsheet's serial number" }],
      ["same/same", "29/02/1984", "29/02/1984", "matched"],
      ["same/same", "01/01/1985", "01/01/1985", "matched"],
      ["same/same_month", "03/1985", "03/1985", "matched"],
      ["same/same_year", "1985", "1985", "matched"],
    ]),
    ...sexes([
      ["same/same", "female", "female", "matched"],
      ["same/same", "male", "male", "matched"],
    ]),
    ...numbers([["same/same", "079185001234", "079185001234", "matched"]]),
  ],
  neighbours: [
    ...numbers([
      [
        "different",
        "079185001235",
        "079185009876",
        "unmatched",
        { note: "namesakes born on one day: the record has a number of its own" },
      ],
      [
        "typo/one_digit",
        "079185001235",
        "079185001234",
        "unmatched",
        { note: "twins' numbers follow one another; nobody is accepted on a neighbour's number" },
      ],
      ["missing", null, "079185001234", "review", { note: "no number: proposed, never accepted" }],
      [
        "missing",
        null,
        "079185001234",
        "review",
        {
          others: [{ idNumber: "001185005555", oldIds: [] }],
          note: "two namesakes of one day and no number",
        },
      ],
    ]),
    ...names([
      [
        "diacritics/partly_unmarked",
        HOA,
        "Nguyễn Thị Hoa",
        "unmatched",
        {
          others: [{ fullName: HOA, idNumber: "079185001235", oldIds: [] }],
          note: "twins one mark apart, numbers exchanged",
        },
      ],
      [
        "typo/typo_1",
        HOA,
        "Nguyễn Thị Hoàn",
        "unmatched",
        {
          others: [{ fullName: HOA, idNumber: "079185001235", oldIds: [] }],
          note: "twins one letter apart, numbers exchanged",
        },
      ],
      [
        "typo/typo_1",
        HOA,
        "Nguyễn Thị Hoàn",
        "review",
        { record: { idNumber: "079185001234" }, note: "one twin's name, the other's number" },
      ],
      [
        "abbreviated/abbreviated_given",
        "Nguyễn Thị H.",
        HOA,
        "review",
        {
          others: [{ fullName: "Nguyễn Thị Hằng", idNumber: "079185001235", oldIds: [] }],
          note: "sisters Hòa and Hằng",
        },
      ],
    ]),
    ...dates([
      [
        "different",
        "12/03/2012",
        "12/03/1985",
        "unmatched",
        {
          record: { fullName: "Nguyễn Văn An", sex: "male", idNumber: "079212001234" },
          person: { fullName: "Nguyễn Văn An", sex: "male", idNumber: "079085001234" },
          note: "father and son of one name, born on the same day of the year",
        },
      ],
      [
        "different",
        "25/11/2012",
        "12/03/1985",
        "review",
        {
          record: { fullName: "Nguyễn Văn An", sex: "male", idNumber: "079085001234" },
          person: { fullName: "Nguyễn Văn An", sex: "male", idNumber: "079085001234" },
          note: "father and son of one name: the son under the father's number",
        },
      ],
      [
        "different",
        "02/09/2012",
        "12/03/1985",
        "unmatched",
        { record: { fullName: "Lê Minh An" }, note: "a child with the mother's number" },
      ],
      [
        "typo/year_against_number",
        "12/03/1986",
        "12/03/1985",
        "unmatched",
        {
          record: { fullName: "Nguyễn Văn Bình" },
          person: { fullName: "Nguyễn Văn An" },
          note: "brothers a year apart, one with the other's number",
        },
      ],
    ]),
    ...sexes([
      ["different/different", "male", "female", "review", { record: { idNumber: "024123457" } }],
      [
        "different",
        "male",
        "female",
        "unmatched",
        {
          record: { fullName: "Nguyễn Văn Hòa", idNumber: "079085001234" },
          note: "twins, brother and sister, each with a number",
        },
      ],
      ["missing", null, "female", "repaired", { note: "not known is not the same" }],
    ]),
  ],
};
