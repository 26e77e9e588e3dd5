import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeFolder, readCells } from "../reading/files.fixture";
import { openTable } from "../reading/open-table";
import { writeTable } from "./write-table";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const KINDS = ["xlsx", "csv"] as const;
const HEADER = ["Mã đối tượng", "Họ và tên", "Số CCCD/CMND/HC", "Ghi chú"];
const ROWS = [
  ["DT01", "Nguyễn Thị Hòa", "079185001234", "dòng một\ndòng hai, “ba”"],
  ["DT02", 'H\'Hen "Niê"', "00123", "=1+1"],
  ["DT03", "<b>&amp;", "+84909123456", "-"],
  ["DT04", "", "@x", "\tthụt vào"],
];

async function* each<T>(rows: T[]): AsyncGenerator<T> {
  yield* rows;
}

async function write(kind: "xlsx" | "csv", rows: AsyncIterable<string[]>): Promise<string> {
  const path = folder.path(`table.${kind}`);
  await writeTable(kind, createWriteStream(path), { header: HEADER, rows });
  return path;
}

describe.each(KINDS)("%s", (kind) => {
  it("gives the same cells when it is read again", async () => {
    const path = await write(kind, each(ROWS));
    expect(await readCells(await openTable(path))).toEqual([HEADER, ...ROWS]);
  });

  it("is a table of titles when there are no rows", async () => {
    expect(await readCells(await openTable(await write(kind, each([]))))).toEqual([HEADER]);
  });

  it("passes an error of the rows on and lets go of the stream", async () => {
    async function* failing(): AsyncGenerator<string[]> {
      yield ["DT01"];
      throw new Error("rows are gone");
    }
    const destination = createWriteStream(folder.path("failing"));
    const content = { header: HEADER, rows: failing() };
    await expect(writeTable(kind, destination, content)).rejects.toThrow("rows are gone");
    expect(destination.destroyed).toBe(true);
  });

  it("stops taking rows when the reader has gone", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<string[]> {
      try {
        for (let i = 0; ; i++) yield [`DT${i}`, "Nguyễn Thị Hòa", "079185001234", `${i / 7}`];
      } finally {
        closed = true;
      }
    }
    const destination = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error("connection closed"));
      },
    });
    const content = { header: HEADER, rows: endless() };
    await expect(writeTable(kind, destination, content)).rejects.toThrow("connection closed");
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  it("takes rows no faster than they are accepted", async () => {
    let taken = 0;
    async function* counted(): AsyncGenerator<string[]> {
      for (let i = 0; i < 100_000; i++) {
        taken += 1;
        yield [`DT${i}`, `${Math.sin(i)}`, `${Math.cos(i)}`, `${Math.tan(i)}`];
      }
    }
    let accepted = 0;
    let takenAtFirst = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        accepted += chunk.length;
        if (takenAtFirst > 0 || accepted < 2048) return void setImmediate(done);
        // A reader that stands still for many turns of the loop.
        let turns = 2000;
        const wait = () => {
          turns -= 1;
          if (turns > 0) return void setImmediate(wait);
          takenAtFirst = taken;
          done();
        };
        wait();
      },
    });
    await writeTable(kind, slow, { header: HEADER, rows: counted() });
    expect(taken).toBe(100_000);
    expect(takenAtFirst).toBeLessThan(20_000);
  });
});

it("writes text cells to a workbook, so that a spreadsheet neither counts nor runs them", async () => {
  const path = await write("xlsx", each(ROWS));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  expect(sheet?.getCell("C2")).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: "@" });
  expect(sheet?.getCell("D3").value).toBe("'=1+1");
  expect(sheet?.getCell("A1").font.bold).toBe(true);
});

it("writes the mark of UTF-8 and guards formulas in a text file", async () => {
  const text = await readFile(await write("csv", each(ROWS)), "utf8");
  expect(text.startsWith("\uFEFFMã đối tượng,")).toBe(true);
  expect(text).toContain(",'=1+1\r\n");
  expect(text).toContain(",'+84909123456,'-\r\n");
});
