import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, isoDate } from "./calendar";
import { formatBirthDate, parseBirthDate, swapDayAndMonth } from "./partial-date";

describe("birth dates as people and spreadsheets write them", () => {
  test.each([
    ["12/03/1985", "1985-03-12", "day", undefined],
    ["1-2-1985", "1985-02-01", "day", undefined],
    ["5.12.1960", "1960-12-05", "day", undefined],
    ["'12/03/1985", "1985-03-12", "day", undefined],
    ["1985-03-12", "1985-03-12", "day", undefined],
    ["1985-03-12T00:00:00", "1985-03-12", "day", undefined],
    ["12/03/1985 00:00:00", "1985-03-12", "day", undefined],
    ["1985-03-11T17:00:00.000Z", "1985-03-12", "day", undefined],
    ["1985-12-31T17:00:00Z", "1986-01-01", "day", "maybeYearOnly"],
    ["ngày 2 tháng 9 năm 1945", "1945-09-02", "day", undefined],
    ["29/02/1984", "1984-02-29", "day", undefined],
    ["01/01/1985", "1985-01-01", "day", "maybeYearOnly"],
    ["03/25/1985", "1985-03-25", "day", "monthFirst"],
    ["12/3/85", "1985-03-12", "day", "centuryGuessed"],
    ["12/3/09", "2009-03-12", "day", "centuryGuessed"],
    ["32874", "1990-01-01", "day", "serialNumber"],
    ["12031985", "1985-03-12", "day", undefined],
    ["1031985", "1985-03-01", "day", undefined],
    ["19850312", "1985-03-12", "day", undefined],
    ["03/1985", "1985-03-01", "month", undefined],
    ["1985-03", "1985-03-01", "month", undefined],
    ["00/03/1985", "1985-03-01", "month", undefined],
    ["1985", "1985-01-01", "year", undefined],
    ["SN 1985", "1985-01-01", "year", undefined],
    ["00/00/1985", "1985-01-01", "year", undefined],
    ["--/--/1985", "1985-01-01", "year", undefined],
    ["xx/xx/1985", "1985-01-01", "year", undefined],
    ["?/?/1985", "1985-01-01", "year", undefined],
  ])("%s", (text, ...expected) => {
    const [value, precision, warning] = expected;
    const read = parseBirthDate(text);
    expect(read).toMatchObject({ ok: true, value: { value, precision } });
    expect(read.ok && read.warning).toBe(warning);
  });

  test.each([
    ["", "dateMissing"],
    ["31/02/1985", "dateNotReal"],
    ["29/02/1985", "dateNotReal"],
    ["31/04/1985", "dateNotReal"],
    ["13/1985", "dateNotReal"],
    ["15/15/1985", "dateNotReal"],
    ["12/03/1085", "dateOutOfRange"],
    ["12/03/985", "dateUnreadable"],
    ["không rõ", "dateUnreadable"],
    ["123", "dateUnreadable"],
    ["12/03/1985/7", "dateUnreadable"],
  ])("%s is refused: %s", (text, code) => {
    expect(parseBirthDate(text)).toMatchObject({ ok: false, code });
  });

  test("a date that is written out is read back the same", () => {
    const dates = fc
      .tuple(fc.integer({ min: 1890, max: 2099 }), fc.integer({ min: 1, max: 12 }))
      .chain(([y, m]) =>
        fc.integer({ min: 1, max: daysInMonth(y, m) }).map((d) => isoDate(y, m, d)),
      );
    fc.assert(
      fc.property(dates, fc.constantFrom("day", "month", "year"), (iso, precision) => {
        const value =
          precision === "day"
            ? iso
            : precision === "month"
              ? `${iso.slice(0, 7)}-01`
              : `${iso.slice(0, 4)}-01-01`;
        const date = { value, precision } as const;
        expect(parseBirthDate(formatBirthDate(date))).toMatchObject({ ok: true, value: date });
      }),
    );
  });
});

test("day and month are exchanged only where that gives another real day", () => {
  expect(swapDayAndMonth({ value: "1985-03-12", precision: "day" })?.value).toBe("1985-12-03");
  expect(swapDayAndMonth({ value: "1985-03-25", precision: "day" })).toBeNull();
  expect(swapDayAndMonth({ value: "1985-03-03", precision: "day" })).toBeNull();
  expect(swapDayAndMonth({ value: "1985-03-01", precision: "month" })).toBeNull();
});
