import { createWriteStream } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeTable } from "../writing/write-table";
import { makeFolder } from "./files.fixture";
import { openTable } from "./open-table";

const ROWS = 50_000;
const COLUMNS = 12;
/** All cells held at once take about 50 MB; read row by row they take next to nothing. */
const MEMORY_LIMIT = 12 * 1024 * 1024;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function usedMemory(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function cell(row: number, column: number): string {
  return `Nguyễn Thị Hòa ${row}-${column}, Ấp 3, Xã Tân Phú`;
}

async function* manyRows(): AsyncGenerator<string[]> {
  for (let row = 2; row <= ROWS + 1; row++) {
    yield Array.from({ length: COLUMNS }, (_, column) => cell(row, column));
  }
}

describe.each(["xlsx", "csv"] as const)("fifty thousand rows of %s", (kind) => {
  it("are all read, in little memory", { timeout: 120_000 }, async () => {
    const path = folder.path(`large.${kind}`);
    const header = Array.from({ length: COLUMNS }, (_, column) => `Cột ${column}`);
    await writeTable(kind, createWriteStream(path), { header, rows: manyRows() });
    const before = usedMemory();
    let most = 0;
    let count = 0;
    for await (const { rowNo, cells } of (await openTable(path)).rows) {
      count += 1;
      if (rowNo > 1 && cells[COLUMNS - 1] !== cell(rowNo, COLUMNS - 1)) {
        expect.fail(`row ${rowNo} is not what was written`);
      }
      if (count % 10_000 === 0) most = Math.max(most, usedMemory() - before);
    }
    expect(count).toBe(ROWS + 1);
    expect(most).toBeLessThan(MEMORY_LIMIT);
  });
});
