import { foldName, normaliseName } from "@/lib/domain/records/full-name";
import { validateIdNumber } from "@/lib/domain/records/id-number-check";
import type { Parsed } from "@/lib/domain/records/parsed";
import { formatBirthDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { parsePhone } from "@/lib/domain/records/phone";
import { COLUMN_TITLES, type SheetColumn, type SheetMapping } from "./columns";
import {
  type FoundField,
  type FoundValues,
  MOST_NOTE,
  type ResultKind,
  type SheetResult,
} from "./result";
import { readRowCode } from "./row-code";

/** What is wrong with a cell; worded in `contact.json` or `records.json`. Never holds the value. */
export interface CellIssue {
  column: string;
  code: string;
  params: Record<string, string | number>;
}

export interface RowReading {
  code: string;
  /** null: nothing was filled in, or something can't be read */
  result: SheetResult | null;
  /** the name that stands in the line, to be held against the code's own */
  name: string | null;
  issues: CellIssue[];
}

/** Words that teams write, folded; the first is the one that the sheet proposes. */
const WORDS: Record<ResultKind, readonly string[]> = {
  found: ["gap", "da gap", "tim thay", "tim duoc", "co", "gap duoc", "1"],
  notHome: ["vang", "vang nha", "khong o nha", "di vang", "khong gap", "2"],
  moved: ["chuyen", "chuyen di", "da chuyen", "chuyen noi khac", "chuyen den", "3"],
  deceased: ["mat", "da mat", "chet", "tu vong", "qua doi", "4"],
  unknown: ["khong ro", "khong biet", "khong ai biet", "khong tim thay", "khong quen", "5"],
};

const YES = ["x", "co", "v", "dong", "1", "dung", "true"];

interface Reading {
  cells: readonly string[];
  mapping: SheetMapping;
  issues: CellIssue[];
}

function textOf({ cells, mapping }: Reading, column: SheetColumn): string {
  const at = mapping[column];
  return at === undefined ? "" : normaliseName(cells[at] ?? "");
}

function report(
  row: Reading,
  column: SheetColumn,
  issue: Omit<CellIssue, "column" | "params"> & Partial<CellIssue>,
) {
  row.issues.push({ column: COLUMN_TITLES[column], code: issue.code, params: issue.params ?? {} });
}

/** "Chuyển đến Bình Dương" begins with a word that is known: the rest is a note. */
function kindOf(text: string): { kind: ResultKind; rest: string } | null {
  const folded = foldName(text);
  let best: { kind: ResultKind; length: number } | null = null;
  for (const [kind, words] of Object.entries(WORDS) as [ResultKind, readonly string[]][]) {
    for (const word of words) {
      const begins = folded === word || folded.startsWith(`${word} `);
      if (begins && word.length > (best?.length ?? 0)) best = { kind, length: word.length };
    }
  }
  if (!best) return null;
  return { kind: best.kind, rest: folded.length > best.length ? text : "" };
}

function readCell<T>(
  row: Reading,
  column: SheetColumn,
  read: (text: string) => Parsed<T>,
): T | null {
  const text = textOf(row, column);
  if (text === "") return null;
  const parsed = read(text);
  if (parsed.ok) return parsed.value;
  report(row, column, { code: parsed.code, params: parsed.params });
  return null;
}

function foundValues(row: Reading): FoundValues {
  const date = readCell(row, "foundBirthDate", parseBirthDate);
  const read: Record<FoundField, string | null> = {
    idNumber: readCell(row, "foundNumber", validateIdNumber),
    fullName: textOf(row, "foundName").slice(0, 200) || null,
    birthDate: date ? formatBirthDate(date) : null,
    phone: readCell(row, "foundPhone", parsePhone),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
}

function dayOf(row: Reading, today: string): string | null {
  const date = readCell(row, "day", parseBirthDate);
  if (!date) return null;
  if (date.precision !== "day") report(row, "day", { code: "dateUnreadable" });
  else if (date.value > today) report(row, "day", { code: "dayAhead" });
  return date.value;
}

function noteOf(row: Reading, rest: string): string {
  const note = [rest, textOf(row, "note")].filter(Boolean).join(". ");
  if (note.length > MOST_NOTE) report(row, "note", { code: "noteLong" });
  return note;
}

function resultOf(row: Reading, today: string): SheetResult | null {
  const written = textOf(row, "result");
  const values = foundValues(row);
  const known = kindOf(written);
  // Whoever wrote a number beside the name has met the person.
  const kind = written === "" && Object.keys(values).length > 0 ? "found" : known?.kind;
  const note = noteOf(row, known?.rest ?? "");
  const day = dayOf(row, today);
  const close = YES.includes(foldName(textOf(row, "close")));
  if (!kind) {
    if (written !== "") report(row, "result", { code: "resultUnknown" });
    else if (note !== "" || day !== null || close) report(row, "result", { code: "resultMissing" });
    return null;
  }
  return { kind, how: "visit", day, values, note, close };
}

/**
 * Reads one line of a worksheet that came back. `today` is yyyy-MM-dd. Codes: those of `readRowCode`
 * and of the values, `resultUnknown`, `resultMissing`, `dayAhead`, `noteLong`.
 */
export function readResultRow(
  cells: readonly string[],
  mapping: SheetMapping,
  today: string,
): RowReading {
  const row: Reading = { cells, mapping, issues: [] };
  const code = readRowCode(textOf(row, "code"));
  const result = resultOf(row, today);
  const name = textOf(row, "fullName") || null;
  // A line without any result, such as a signature below the table, needs no code.
  const filled = result !== null || row.issues.length > 0;
  if (!code.ok && filled) report(row, "code", { code: code.code, params: code.params });
  const readable = row.issues.length === 0 ? result : null;
  return { code: code.ok ? code.value : "", result: readable, name, issues: row.issues };
}
