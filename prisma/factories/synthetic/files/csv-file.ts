import { closeSync, openSync, writeSync } from "node:fs";

/** Somewhere to put rows, one after the other. `ready` waits until what was added is on its way. */
export interface Table {
  add(cells: readonly string[]): void;
  ready(): Promise<void>;
  close(): Promise<void>;
}

const BUFFERED_ROWS = 2000;

/** A CSV file in UTF-8 with commas and LF, quoted only where needed. Cells are written as they are. */
export function openCsv(path: string): Table {
  const file = openSync(path, "w");
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) writeSync(file, `${lines.join("\n")}\n`);
    lines = [];
  };
  return {
    add(cells) {
      lines.push(cells.map(quote).join(","));
      if (lines.length >= BUFFERED_ROWS) flush();
    },
    async ready() {},
    async close() {
      flush();
      closeSync(file);
    },
  };
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
