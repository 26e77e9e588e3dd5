import { closeSync, openSync, readSync } from "node:fs";

const CHUNK = 4 << 20;

/**
 * The named columns of a CSV file (UTF-8, commas, quotes where needed, titles in the first line), one
 * array a row, in the order asked for; a column that is not there is "". One row at a time in memory.
 */
export function* readColumns(path: string, columns: readonly string[]): Generator<string[]> {
  let places: number[] | null = null;
  for (const cells of readCells(path)) {
    if (places) yield places.map((place) => cells[place] ?? "");
    else places = columns.map((column) => cells.indexOf(column));
  }
}

/** The titles of a CSV file; none for an empty one. */
export function readTitles(path: string): string[] {
  for (const cells of readCells(path)) return cells;
  return [];
}

function* readCells(path: string): Generator<string[]> {
  let open = "";
  for (const line of readLines(path)) {
    const whole = open + line;
    if (!whole.includes('"')) {
      yield whole.split(",");
      continue;
    }
    const isComplete = (whole.split('"').length - 1) % 2 === 0;
    open = isComplete ? "" : `${whole}\n`;
    if (isComplete) yield splitQuoted(whole);
  }
}

function splitQuoted(line: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const end = line[at] === '"' ? closingQuote(line, at) + 1 : commaFrom(line, at);
    const cell = line.slice(at, end);
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at = end + 1;
  }
  return cells;
}

function commaFrom(line: string, at: number): number {
  const comma = line.indexOf(",", at);
  return comma < 0 ? line.length : comma;
}

function closingQuote(line: string, opening: number): number {
  let at = line.indexOf('"', opening + 1);
  while (line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at < 0 ? line.length : at;
}

/** Lines without their ends and without a byte-order mark; empty lines are passed over. */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, "r");
  const decoder = new TextDecoder();
  const buffer = Buffer.allocUnsafe(CHUNK);
  let rest = "";
  try {
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, size), { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const text = line.endsWith("\r") ? line.slice(0, -1) : line;
        if (text !== "") yield text;
      }
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
