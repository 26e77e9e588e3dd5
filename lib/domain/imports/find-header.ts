import { countTitles, type Header, type HeaderReading, readHeader } from "./header";
import { PLATFORM_PROFILE } from "./profile";
import type { SourceRow } from "./record";
import { readTitle } from "./title";

/** Lists carry a letterhead, a heading and a date above the table, but not more lines than these. */
export const HEADER_SEARCH_ROWS = 20;

export type FoundHeader =
  | ({ ok: true; lastTitleRowNo: number } & Header)
  | Extract<HeaderReading, { ok: false }>;

interface Attempt {
  cells: string[];
  /** Position of the last line that belongs to the titles. */
  last: number;
}

/**
 * Finds the titles among the first lines of a table: under a letterhead, on two lines (“Mũi 1” over
 * “Ngày tiêm”), with or without a line of column numbers below. Records are the rows after
 * `lastTitleRowNo`. Codes: those of `readHeader`.
 */
export function findHeader(rows: readonly SourceRow[]): FoundHeader {
  const searched = rows.slice(0, HEADER_SEARCH_ROWS);
  const best = bestAttempt(searched);
  if (!best) return { ok: false, code: "headerNotFound", params: {} };
  const reading = readHeader(best.cells);
  if (!reading.ok) return reading;
  const numbering = rows[best.last + 1];
  const last = numbering && isNumbering(numbering.cells) ? best.last + 1 : best.last;
  return { ...reading, lastTitleRowNo: rows[last]?.rowNo ?? 0 };
}

function bestAttempt(rows: readonly SourceRow[]): Attempt | null {
  let best: Attempt | null = null;
  let most = 0;
  for (const attempt of attempts(rows)) {
    const count = countTitles(attempt.cells);
    if (count <= most) continue;
    best = attempt;
    most = count;
  }
  return best;
}

/** One line is tried before two, so that a second line must add something to be taken. */
function attempts(rows: readonly SourceRow[]): Attempt[] {
  return rows.flatMap((row, last) => {
    const below = rows[last + 1];
    const single = { cells: row.cells, last };
    return below
      ? [single, { cells: joinTitles(row.cells, below.cells), last: last + 1 }]
      : [single];
  });
}

/** A merged cell has its text in the first column only, so it is carried to the right. */
function joinTitles(upper: string[], lower: string[]): string[] {
  let carried = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, position) => {
    const own = upper[position] ?? "";
    const below = lower[position] ?? "";
    if (own.trim() !== "") carried = own;
    if (below.trim() === "") return own;
    const known = readTitle(PLATFORM_PROFILE, below);
    if (known?.kind === "person") return below;
    return `${carried} ${below}`;
  });
}

/** “(1) (2) (3)” or “A B 1 2”: the line of column numbers that printed forms have. */
function isNumbering(cells: string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const numbers = filled.filter((cell) => /^\(?\d{1,2}\)?$/.test(cell));
  const letters = filled.filter((cell) => /^\(?[A-Z]\)?$/.test(cell));
  return filled.length > 2 && numbers.length + letters.length === filled.length;
}
