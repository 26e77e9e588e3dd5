import { decode } from "./utf8";

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const MOST_CELLS = 256;
/** A quotation mark that is not closed within this many bytes is an ordinary character. */
export const LONGEST_QUOTED = 65_536;

/**
 * Reads rows of CSV (RFC 4180, UTF-8) out of bytes without making strings: `starts` and `ends` hold
 * the cells of the row just read. General CSV readers make a string of every cell, which takes longer
 * than comparing a whole row does here.
 */
export class CsvScanner {
  /** Cells of the present row; more than `MOST_CELLS` are counted and not kept. */
  count = 0;
  /** Where the present row begins, and where the next one does. */
  rowStart = 0;
  position = 0;
  /** A quotation mark was opened and the bytes ended before it was closed. */
  isCutOff = false;
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  /** 1 where the cell holds doubled quotation marks. */
  private readonly doubled = new Uint8Array(MOST_CELLS);
  private bytes: Uint8Array = new Uint8Array(0);
  private end = 0;

  constructor(private readonly delimiter: number) {}

  /** Begins to read `bytes` from `from` to `end`. */
  open(bytes: Uint8Array, from: number, end: number): void {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  /** Reads the next row that is not blank; false at the end. */
  next(): boolean {
    const { bytes, end } = this;
    let at = this.position;
    while (at < end && (bytes[at] === NEWLINE || bytes[at] === RETURN)) at++;
    this.position = at;
    if (at >= end) return false;
    this.rowStart = at;
    this.count = 0;
    while (this.readCell()) {
      // each cell moves the position on
    }
    return true;
  }

  /** Reads one cell; true when another one follows in this row. */
  private readCell(): boolean {
    const { bytes, end, position } = this;
    const closed = bytes[position] === QUOTE ? this.readQuoted(position) : -1;
    let at = closed;
    if (closed < 0) {
      at = position;
      while (at < end && bytes[at] !== this.delimiter && bytes[at] !== NEWLINE) at++;
      this.keep(position, bytes[at - 1] === RETURN && at > position ? at - 1 : at, 0);
    }
    this.position = at + 1;
    return at < end && bytes[at] === this.delimiter;
  }

  /** Gives the place behind a quoted cell; −1 when its quotation mark is never closed. */
  private readQuoted(start: number): number {
    const { bytes, end } = this;
    const last = Math.min(end, start + LONGEST_QUOTED);
    let doubled = 0;
    for (let at = start + 1; at < last; at++) {
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE && at + 1 < end) {
        doubled = 1;
        at++;
        continue;
      }
      return this.endOfQuoted({ start: start + 1, close: at, doubled });
    }
    if (last === end) this.isCutOff = true;
    return -1;
  }

  /** Only a delimiter or the end of the row may follow a closing quotation mark. */
  private endOfQuoted({
    start,
    close,
    doubled,
  }: {
    start: number;
    close: number;
    doubled: number;
  }) {
    const { bytes, end } = this;
    let next = close + 1;
    if (bytes[next] === RETURN && next < end) next++;
    const ends = next >= end || bytes[next] === this.delimiter || bytes[next] === NEWLINE;
    if (!ends) return -1;
    this.keep(start, close, doubled);
    return next;
  }

  private keep(start: number, end: number, doubled: number): void {
    if (this.count < MOST_CELLS) {
      this.starts[this.count] = start;
      this.ends[this.count] = end;
      this.doubled[this.count] = doubled;
    }
    this.count++;
  }

  /** Nothing but spaces and control characters, or no such cell. */
  isBlank(cell: number): boolean {
    const end = cell < 0 || cell >= this.count ? 0 : (this.ends[cell] ?? 0);
    for (let at = this.starts[cell] ?? 0; at < end; at++) {
      if ((this.bytes[at] ?? 0) > SPACE) return false;
    }
    return true;
  }

  /** A cell as text; "" where the row has no such cell. */
  text(cell: number): string {
    if (cell < 0 || cell >= this.count) return "";
    const start = this.starts[cell] ?? 0;
    const end = this.ends[cell] ?? 0;
    const text = decode(this.bytes, start, end);
    return this.doubled[cell] === 1 ? text.replaceAll('""', '"') : text;
  }
}

/**
 * The end of the last whole row within `end` bytes, given that a row begins at 0: what follows may be
 * continued in the next piece of the file.
 */
export function endOfRows(bytes: Uint8Array, end: number, delimiter: number): number {
  const scanner = new CsvScanner(delimiter);
  scanner.open(bytes, 0, end);
  let last = 0;
  while (scanner.next()) {
    const next = scanner.position;
    if (scanner.isCutOff || next > end || bytes[next - 1] !== NEWLINE) break;
    last = next;
  }
  return last;
}
