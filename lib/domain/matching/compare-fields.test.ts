import { describe, expect, test } from "vitest";
import { type PartialDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { birthDateLevel } from "./compare-birth-date";
import { idNumberLevel } from "./compare-id-number";

function date(text: string): PartialDate | null {
  const read = parseBirthDate(text);
  return read.ok ? read.value : null;
}

describe.each([
  ["same", "12/03/1985", "12/03/1985"],
  ["same_month", "03/1985", "03/1985"],
  ["same_year", "1985", "1985"],
  ["swapped", "03/12/1985", "12/03/1985"],
  ["different", "04/12/1985", "12/03/1985"],
  ["month_agrees", "03/1985", "12/03/1985"],
  ["different", "04/1985", "12/03/1985"],
  ["year_agrees", "1985", "12/03/1985"],
  ["different", "1986", "12/03/1985"],
  ["maybe_year_only", "01/01/1985", "12/03/1985"],
  ["different", "01/01/1984", "12/03/1985"],
  ["one_digit", "12/08/1985", "12/03/1985"],
  ["one_digit", "12/03/1958", "12/03/1985"],
  ["year_slip", "12/03/1984", "12/03/1985"],
  ["year_slip", "12/03/2085", "12/03/1985"],
  ["one_part", "12/11/1985", "12/03/1985"],
  ["one_part", "1984", "1985"],
  ["different", "1972", "1985"],
  ["different", "25/11/1985", "12/03/1985"],
  ["missing", "", "12/03/1985"],
])("dates: %s for %s and %s", (expected, a, b) => {
  test("from both sides", () => {
    const [x, y] = [date(a), date(b)];
    expect([birthDateLevel(x, y), birthDateLevel(y, x)]).toEqual([expected, expected]);
  });
});

test.each([
  ["same", "079185001234"],
  ["spacing", "079 185 001 234"],
  ["spacing", "'O79185OO1234"],
  ["restored", "79185001234"],
  ["one_digit", "07918501234"],
  ["registered", "024123457"],
  ["registered", "24123457"],
  ["registered", "079185999999"],
  ["unlinked", "024123458"],
  ["one_digit", "079185001235"],
  ["one_digit", "079185001243"],
  ["one_digit", "0791850012345"],
  ["different", "079185001325"],
  ["different", "001085001234"],
  ["unusable", "111111111111"],
  ["unusable", "B1234567"],
  ["missing", "7.92E+10"],
  ["missing", null],
])("numbers: %s for %s", (expected, number) => {
  const person = { idNumber: "079185001234", oldIds: ["024123457", "079185999999"] };
  expect(idNumberLevel(number, person)).toBe(expected);
});
