import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDoses } from "./doses";
import { groupDoses } from "./group";
import { type Header, readHeader } from "./header";
import { PLATFORM_PROFILE, profileTitles } from "./profile";
import { readRow } from "./read-row";
import type { ParsedDose, ParsedRecord } from "./record";

function headerOf(titles: string[]): Header {
  const header = readHeader(titles);
  if (!header.ok) throw new Error(header.code);
  return header;
}

function dose(changes: Partial<ParsedDose>): ParsedDose {
  const nothing = { number: null, dateText: null, vaccine: null, lot: null, facility: null };
  return { ...nothing, date: "2021-09-01", ...changes };
}

const FOUR = ["Mã đối tượng", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD/CMND/HC"];
const PERSON = ["DT01", "Nguyễn Thị Hòa", "12/08/1985", "Nữ", "079185001234"];

function readLines(header: Header, lines: string[][]) {
  const readings = lines.map((cells, index) => readRow(header, cells, index + 2));
  return {
    records: readings.flatMap(({ record }) => record ?? []),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

describe("doses side by side", () => {
  const titles = profileTitles(PLATFORM_PROFILE, "person", 3);
  const header = headerOf(titles);
  const line = (doses: Record<string, string>) => {
    const values: Record<string, string> = { ...doses };
    for (const [index, title] of FOUR.entries()) values[title] = PERSON[index] ?? "";
    return titles.map((title) => values[title] ?? "");
  };

  it("are numbered by their columns, and empty ones are not there", () => {
    const { records } = readLines(header, [
      line({ "Mũi 1": "1", "Ngày tiêm 1": "1/9/2021", "Mũi 2": "2", "Vắc xin 3": "Pfizer" }),
    ]);
    expect(records[0]?.doses).toMatchObject([
      { number: 1, date: "2021-09-01" },
      { number: 3, date: null, vaccine: "Pfizer" },
    ]);
  });

  it.each([
    ["31/09/2021", "doseDateUnreadable", { date: null, dateText: "31/09/2021" }],
    ["09/2021", "doseDateUnreadable", { date: null, dateText: "09/2021" }],
    ["", "doseDateMissing", { date: null, dateText: null }],
    ["01/09/2012", "doseDateTooEarly", { date: "2012-09-01", dateText: null }],
  ])("stay whatever their date is: %s", (text, code, kept) => {
    const { records, issues } = readLines(header, [
      line({ "Ngày tiêm 1": text, "Vắc xin 1": "Pfizer" }),
    ]);
    expect(records[0]?.doses).toMatchObject([{ ...kept, vaccine: "Pfizer" }]);
    expect(issues).toMatchObject([{ code, column: "Ngày tiêm 1", severity: "warning" }]);
  });

  it("may have their date where the number is expected", () => {
    const { records } = readLines(headerOf([...FOUR, "Mũi 1", "Mũi 2"]), [
      [...PERSON, "01/09/2021", ""],
    ]);
    expect(records[0]?.doses).toMatchObject([{ number: 1, date: "2021-09-01" }]);
  });
});

describe("one row a dose", () => {
  const header = headerOf([...FOUR, "Mũi", "Ngày tiêm", "Vắc xin", "SĐT"]);

  it("puts the rows of one person together, next to each other or not", () => {
    const other = ["DT02", "Trần Văn An", "1990", "Nam", "079090001234"];
    const lines = [
      [...PERSON, "Mũi 2", "01/10/2021", "Pfizer", ""],
      [...other, "1", "01/09/2021", "Vero Cell", ""],
      [...PERSON, "1", "01/09/2021", "AstraZeneca", "0903123456"],
      [...PERSON, "Mũi nhắc lại 1", "01/03/2022", "Pfizer", ""],
    ];
    const { records, issues } = groupDoses(header, readLines(header, lines).records);
    expect(issues).toEqual([]);
    expect(records.map(({ sourceId }) => sourceId)).toEqual(["DT01", "DT02"]);
    expect(records[0]).toMatchObject({
      phone: "0903123456",
      doses: [
        { number: 1, date: "2021-09-01" },
        { number: 2, date: "2021-10-01" },
        { number: null, date: "2022-03-01" },
      ],
    });
    expect(records[0]?.sourceRows.map(({ rowNo }) => rowNo)).toEqual([2, 4, 5]);
  });

  it("tells of rows that give one id to two people", () => {
    const brother = ["DT01", "Nguyễn Thị Huệ", "12/08/1987", "Nữ", "079187001234"];
    const lines = [
      [...PERSON, "1", "01/09/2021", "Pfizer", ""],
      [...brother, "1", "02/09/2021", "Pfizer", ""],
    ];
    const { issues } = groupDoses(header, readLines(header, lines).records);
    expect(issues).toEqual([
      {
        rowNo: 3,
        column: "Họ và tên",
        code: "sourceIdConflict",
        params: { first: 2 },
        severity: "warning",
      },
    ]);
  });
});

it("tells of a second row of the same id where one row is one person", () => {
  const header = headerOf(FOUR);
  const { issues } = groupDoses(header, readLines(header, [PERSON, PERSON]).records);
  expect(issues).toMatchObject([{ code: "sourceIdRepeated", rowNo: 3, params: { first: 2 } }]);
});

describe("mergeDoses", () => {
  it("takes the same day and vaccine for the same injection and fills its gaps", () => {
    const first = [dose({ vaccine: "Pfizer", lot: "A1" })];
    const second = [dose({ vaccine: "PFIZER", lot: "B2", facility: "Trạm Y tế", number: 2 })];
    expect(mergeDoses(first, second)).toEqual([
      dose({ vaccine: "Pfizer", lot: "A1", facility: "Trạm Y tế", number: 2 }),
    ]);
  });

  it("keeps two vaccines of one day, and two days of one vaccine", () => {
    const first = [dose({ vaccine: "Pfizer" })];
    expect(mergeDoses(first, [dose({ vaccine: "Moderna" })])).toHaveLength(2);
    expect(mergeDoses(first, [dose({ vaccine: "Pfizer", date: "2021-10-01" })])).toHaveLength(2);
  });

  it("takes a dose without a vaccine for the one of that day, the exact one first", () => {
    const first = [dose({ lot: "A1" }), dose({ vaccine: "Pfizer" })];
    expect(mergeDoses(first, [dose({ vaccine: "pfizer", lot: "B2" })])).toEqual([
      dose({ lot: "A1" }),
      dose({ vaccine: "Pfizer", lot: "B2" }),
    ]);
    expect(mergeDoses([dose({})], [dose({ vaccine: "Pfizer" })])).toEqual([
      dose({ vaccine: "Pfizer" }),
    ]);
  });

  it("keeps doses without a date apart by what their cells say", () => {
    const unknown = (dateText: string) => dose({ date: null, dateText, vaccine: "Pfizer" });
    const merged = mergeDoses([unknown("31/09")], [unknown("31/09"), unknown("tháng 9")]);
    expect(merged).toEqual([unknown("31/09"), unknown("tháng 9")]);
  });

  const anyDose = fc.record({
    number: fc.constantFrom(null, 1, 2),
    date: fc.constantFrom(null, "2021-09-01", "2021-10-01"),
    dateText: fc.constant(null),
    vaccine: fc.constantFrom(null, "Pfizer", "Moderna"),
    lot: fc.constantFrom(null, "A1"),
    facility: fc.constant(null),
  });

  it("loses nothing within a list and doubles nothing across lists", () => {
    fc.assert(
      fc.property(
        fc.array(anyDose, { maxLength: 5 }),
        fc.array(anyDose, { maxLength: 5 }),
        (a, b) => {
          const merged = mergeDoses(a, b);
          expect(merged.length).toBeGreaterThanOrEqual(Math.max(a.length, b.length));
          expect(merged.length).toBeLessThanOrEqual(a.length + b.length);
          expect(mergeDoses(a, a)).toHaveLength(a.length);
          expect(mergeDoses(merged, merged)).toEqual(merged);
        },
      ),
    );
  });
});

it("loses no dose however the rows of a list are grouped", () => {
  const header = headerOf([...FOUR, "Mũi", "Ngày tiêm", "Vắc xin"]);
  const day = fc.integer({ min: 1, max: 28 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), day)), (doses) => {
      const lines = doses.map(([person, of]) => {
        const date = `${String(of).padStart(2, "0")}/09/2021`;
        return [`DT${person}`, ...PERSON.slice(1), "", date, "Pfizer"];
      });
      const unique = new Set(doses.map(String)).size;
      const { records } = groupDoses(header, readLines(header, lines).records);
      expect(records.flatMap((record: ParsedRecord) => record.doses)).toHaveLength(unique);
    }),
  );
});
