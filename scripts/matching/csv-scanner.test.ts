import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvScanner, endOfRows, LONGEST_QUOTED } from "@/lib/domain/matching/bulk/csv-scanner";

const COMMA = 0x2c;
const bytesOf = (text: string) => new TextEncoder().encode(text);

function rowsOf(text: string): string[][] {
  const bytes = bytesOf(text);
  const scanner = new CsvScanner(COMMA);
  scanner.open(bytes, 0, bytes.length);
  const rows: string[][] = [];
  while (scanner.next()) {
    rows.push(Array.from({ length: scanner.count }, (_, cell) => scanner.text(cell)));
  }
  return rows;
}

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "Nguyễn Thị Hòa",
    "18/4 Võ Thị Sáu, Khu phố 6",
    'bà "Tư"',
    "hai\ndòng",
    "NguyÔn",
    "😀",
  ),
  fc
    .string({ unit: "grapheme", maxLength: 80 })
    .filter((text) => !text.includes("\r") && !text.includes("\0")),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = (text: string) =>
  /[",\n]/.test(text) || text.startsWith("\uFEFF") ? quoted(text) : text;

describe("reading rows from bytes", () => {
  it("gives what a general reader of CSV gives", () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const text = rows.map((row) => row.map(written).join(",")).join(end) + end;
        const expected = parse(text, { relax_column_count: true, skip_empty_lines: true });
        expect(rowsOf(text)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("takes a quotation mark that is never closed for an ordinary sign", () => {
    expect(rowsOf('1,"Nguyễn,Nam\n2,Trần,Nữ\n')).toEqual([
      ["1", '"Nguyễn', "Nam"],
      ["2", "Trần", "Nữ"],
    ]);
    const far = `1,"${"x".repeat(LONGEST_QUOTED)}"\n2,b\n`;
    expect(rowsOf(far).map((row) => row.length)).toEqual([2, 2]);
  });

  it("cuts a file between rows and never inside quotation marks", () => {
    const text = '1,"a\nb"\n2,c\n3,"d\ne"\n';
    const bytes = bytesOf(text);
    for (let end = 1; end <= bytes.length; end++) {
      const cut = endOfRows(bytes, end, COMMA);
      expect([0, 8, 12, 20]).toContain(cut);
      expect(cut).toBeLessThanOrEqual(end);
    }
    expect(endOfRows(bytes, bytes.length, COMMA)).toBe(bytes.length);
  });
});
