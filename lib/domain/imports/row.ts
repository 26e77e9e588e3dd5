import { foldName, normaliseName } from "@/lib/domain/records/full-name";
import { storableText } from "./cell-text";
import type { Header } from "./header";
import { type IssueCode, makeIssue, type RowIssue } from "./issue";
import type { ColumnKey } from "./profile";

/** One line while it is being read; what is found wrong is gathered in `issues`. */
export interface Row {
  header: Header;
  cells: readonly string[];
  rowNo: number;
  issues: RowIssue[];
}

/** What people write when they have nothing to write; bare punctuation folds to "". */
const NOTHING = new Set(["", "null", "na", "n a", "khong", "khong co", "chua co", "k co"]);
const LONGEST_NOTHING = 20;
/** Plain ASCII words with one space between them. */
const TIDY = /^(?:[!-_a-~]+(?: [!-_a-~]+)*)?$/;

/** The cell with ordinary spaces and in one Unicode form; "" when the file has no such column. */
export function cellText(row: Row, key: ColumnKey): string {
  return cellAt(row, row.header.mapping.columns[key]);
}

export function cellAt(row: Row, position: number | undefined): string {
  const cell = position === undefined ? "" : (row.cells[position] ?? "");
  // Most cells are codes, dates and numbers: nothing in them needs normalising, which is slow.
  return TIDY.test(cell) ? cell : normaliseName(storableText(cell));
}

/** The cell, or null when it says nothing ("-", "không có"). */
export function cellValue(row: Row, key: ColumnKey): string | null {
  const text = cellText(row, key);
  return saysNothing(text) ? null : text;
}

export function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING || /\d/.test(text)) return false;
  return NOTHING.has(foldName(text));
}

/** `position` is that of the cell; without one the issue is about the line. */
export function report(
  row: Row,
  position: number | undefined,
  issue: IssueCode | Pick<RowIssue, "code" | "params">,
): void {
  const column = position === undefined ? "" : (row.header.titles[position] ?? "");
  const { code, params } = typeof issue === "string" ? { code: issue, params: {} } : issue;
  row.issues.push(makeIssue(code, { rowNo: row.rowNo, column }, params));
}

/** Like `report`, for a column of the person. */
export function reportColumn(row: Row, key: ColumnKey, code: IssueCode): void {
  report(row, row.header.mapping.columns[key], code);
}
