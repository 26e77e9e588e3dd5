import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { findColumns, type Layout } from "@/lib/domain/matching/bulk/columns";
import { CsvScanner } from "@/lib/domain/matching/bulk/csv-scanner";
import { FileProblem } from "./file-problem";

const HEAD_BYTES = 65_536;
const DELIMITERS = [",", ";", "\t"].map((sign) => sign.charCodeAt(0));

/** An open file of rows: its layout and where the first row below the titles begins. */
export interface OpenFile<Name extends string> {
  path: string;
  fd: number;
  size: number;
  from: number;
  layout: Layout<Name>;
}

interface Wanted<Name extends string> {
  names: readonly Name[];
  required: readonly Name[];
}

/** @throws FileProblem `missing`, `unreadable`, `empty`, `notText`, `columns`, `repeated` */
export function openFile<Name extends string>(path: string, wanted: Wanted<Name>): OpenFile<Name> {
  const fd = open(path);
  try {
    const { size } = fstatSync(fd);
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    readSync(fd, head, 0, head.length, 0);
    return { path, fd, size, ...readHead(head, { path, wanted }) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function open(path: string): number {
  try {
    const fd = openSync(path, "r");
    if (fstatSync(fd).isFile()) return fd;
    closeSync(fd);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new FileProblem("missing", { file: path });
    throw new FileProblem("unreadable", { file: path });
  }
  throw new FileProblem("unreadable", { file: path });
}

function readHead<Name extends string>(
  head: Uint8Array,
  { path, wanted }: { path: string; wanted: Wanted<Name> },
): { layout: Layout<Name>; from: number } {
  const file = basename(path);
  const begin = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  if (head.length <= begin) throw new FileProblem("empty", { file });
  if (head.includes(0)) throw new FileProblem("notText", { file });
  const best = DELIMITERS.map((delimiter) => titlesOf(head, { begin, delimiter })).reduce((a, b) =>
    b.titles.length > a.titles.length ? b : a,
  );
  const { columns, missing, repeated } = findColumns(best.titles, wanted);
  if (missing.length > 0) throw new FileProblem("columns", { file, columns: missing.join(", ") });
  if (repeated.length > 0)
    throw new FileProblem("repeated", { file, columns: repeated.join(", ") });
  return {
    layout: { delimiter: best.delimiter, width: best.titles.length, columns },
    from: best.from,
  };
}

function titlesOf(head: Uint8Array, { begin, delimiter }: { begin: number; delimiter: number }) {
  const scanner = new CsvScanner(delimiter);
  scanner.open(head, begin, head.length);
  scanner.next();
  const titles = Array.from({ length: scanner.count }, (_, cell) => scanner.text(cell));
  return { titles, delimiter, from: Math.min(scanner.position, head.length) };
}
