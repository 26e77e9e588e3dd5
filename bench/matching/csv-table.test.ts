import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readColumns, readTitles } from "./csv-table";

const folder = mkdtempSync(join(tmpdir(), "csv-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, "a.csv");
  writeFileSync(path, text);
  return path;
}

it("gives the columns asked for, in that order", () => {
  const path = file("\uFEFFa,b,c\r\n1,2,3\r\n\r\n4,5,6");
  expect(readTitles(path)).toEqual(["a", "b", "c"]);
  expect([...readColumns(path, ["c", "a", "x"])]).toEqual([
    ["3", "1", ""],
    ["6", "4", ""],
  ]);
});

it("reads quotes, commas and lines inside of cells", () => {
  const path = file('a,b\n"x, ""y""",Nguyễn\n"two\nlines",""\n,"end"\n');
  expect([...readColumns(path, ["a", "b"])]).toEqual([
    ['x, "y"', "Nguyễn"],
    ["two\nlines", ""],
    ["", "end"],
  ]);
});

it("reads files longer than a chunk", () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => `${at},Nguyễn Thị Hoà`);
  const path = file(`id,name\n${rows.join("\n")}\n`);
  let next = 0;
  for (const [id, name] of readColumns(path, ["id", "name"])) {
    if (id !== String(next++) || name !== "Nguyễn Thị Hoà") throw new Error(`row ${next}: ${id}`);
  }
  expect(next).toBe(300_000);
});
