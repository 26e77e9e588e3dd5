import { describe, expect, it } from "vitest";
import { HEADER_CODES } from "@/lib/domain/imports/header";
import { ERROR_CODES, WARNING_CODES } from "@/lib/domain/imports/issue";
import { DOSE_COLUMNS, PLATFORM_COLUMNS, PLATFORM_TAIL } from "@/lib/domain/imports/profile";
import vi from "@/lib/i18n/vi/imports.json";
import { ENCODINGS } from "./encodings";
import { FILE_ERROR_CODES } from "./file-error";

const keys = (texts: object) => Object.keys(texts).filter((key) => key !== "other");

describe("every code has its text, and every text its code", () => {
  it("for files, titles, issues and encodings", () => {
    expect(keys(vi.file).sort()).toEqual([...FILE_ERROR_CODES].sort());
    expect(keys(vi.header).sort()).toEqual([...HEADER_CODES].sort());
    expect(keys(vi.issue).sort()).toEqual([...ERROR_CODES, ...WARNING_CODES].sort());
    expect(Object.keys(vi.encoding)).toEqual(expect.arrayContaining([...ENCODINGS]));
  });

  it("for columns", () => {
    const columns = [...PLATFORM_COLUMNS, ...PLATFORM_TAIL].map(({ key }) => key);
    expect(Object.keys(vi.column).sort()).toEqual([...columns, "dose"].sort());
    expect(Object.keys(vi.column.dose)).toEqual(DOSE_COLUMNS.map(({ key }) => key));
  });
});

it("every issue names the line and the column, so that the cell can be found", () => {
  for (const text of Object.values(vi.issue)) {
    expect(text).toMatch(/^Dòng \{row\}, cột “\{column\}”: /);
  }
});
