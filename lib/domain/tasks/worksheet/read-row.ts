import { foldName, normaliseName } from "@/lib/domain/records/full-name";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { COLUMN_TITLES, type SheetColumn, type SheetMapping } from "./columns";
import { readFoundValues } from "./found-values";
import {
  FOUND_FIELDS,
  type FoundField,
  type FoundValues,
  MOST_NOTE,
  RESULT_KINDS,
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
  found: ["gap", "da gap", "tim thay", "tim duoc", "gap duoc", "1"],
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

/** Words after which more may follow: where somebody went, who said so. */
const OPEN_ENDED: readonly ResultKind[] = ["notHome", "moved", "unknown"];
/** "Đã mất năm 2021", and not "mất liên lạc" or "mất giấy tờ". */
const DAY_OF_DEATH = /^(?:(?:nam|thang|ngay) )?\d/;

function mayFollow(kind: ResultKind, rest: string): boolean {
  if (rest === "" || OPEN_ENDED.includes(kind)) return true;
  return kind === "deceased" && DAY_OF_DEATH.test(rest);
}

const SPELLINGS = RESULT_KINDS.flatMap((kind) => WORDS[kind].map((word) => ({ kind, word })));

/** "Chuyển đến Bình Dương" begins with a word that is known: all of it is a note too. */
function kindOf(text: string): { kind: ResultKind; rest: string } | null {
  const folded = foldName(text);
  const [best] = SPELLINGS.filter(({ kind, word }) => {
    if (folded !== word && !folded.startsWith(`${word} `)) return false;
    return mayFollow(kind, folded.slice(word.length).trim());
  }).sort((one, other) => other.word.length - one.word.length);
  return best ? { kind: best.kind, rest: folded === best.word ? "" : text } : null;
}

const COLUMN_OF: Record<FoundField, SheetColumn> = {
  idNumber: "foundNumber",
  fullName: "foundName",
  birthDate: "foundBirthDate",
  phone: "foundPhone",
};

function foundValues(row: Reading): FoundValues {
  const texts = FOUND_FIELDS.map((field) => [field, textOf(row, COLUMN_OF[field])]);
  const { values, problems } = readFoundValues(Object.fromEntries(texts));
  for (const field of FOUND_FIELDS) {
    const problem = problems[field];
    if (problem) report(row, COLUMN_OF[field], problem);
  }
  return values;
}

function dayOf(row: Reading, today: string): string | null {
  const text = textOf(row, "day");
  if (text === "") return null;
  const read = parseBirthDate(text);
  if (!read.ok) {
    report(row, "day", read);
    return null;
  }
  const date = read.value;
  if (date.precision !== "day") report(row, "day", { code: "dateUnreadable" });
  else if (date.value > today) report(row, "day", { code: "dayAhead" });
  return date.value;
}

function noteOf(row: Reading, rest: string): string {
  const note = [rest, textOf(row, "note")].filter(Boolean).join(". ");
  if (note.length > MOST_NOTE) report(row, "note", { code: "noteLong" });
  return note;
}

const WRITTEN_IN: readonly SheetColumn[] = ["note", "day", "close"];

function reportNoKind(row: Reading): null {
  if (textOf(row, "result") !== "") report(row, "result", { code: "resultUnknown" });
  else if (WRITTEN_IN.some((column) => textOf(row, column) !== "")) {
    report(row, "result", { code: "resultMissing" });
  }
  return null;
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
  return kind ? { kind, how: "visit", day, values, note, close } : reportNoKind(row);
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
