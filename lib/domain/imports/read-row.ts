import { parseInsuranceNumber } from "@/lib/domain/records/insurance-number";
import { parsePhone } from "@/lib/domain/records/phone";
import type { Header } from "./header";
import type { RowIssue } from "./issue";
import type { ColumnKey } from "./profile";
import { readDoses } from "./read-doses";
import { readIdentity } from "./read-identity";
import type { ParsedRecord } from "./record";
import { cellText, cellValue, type Row, report, reportColumn } from "./row";

export interface RowReading {
  record: ParsedRecord | null;
  issues: RowIssue[];
}

const LONGEST_TEXT = 2000;
const LONGEST_NAME = 200;

/**
 * Reads one line below the titles. With an error there is no record and the issues say which cell to
 * mend; with warnings only, the record is there. A blank line is neither. A line that names nobody (a
 * total, a signature) is passed over with the warning `rowIgnored`.
 */
export function readRow(header: Header, cells: readonly string[], rowNo: number): RowReading {
  const row: Row = { header, cells, rowNo, issues: [] };
  const filled = cells.findIndex((cell) => cell.trim() !== "");
  if (filled === -1) return { record: null, issues: [] };
  if (namesNobody(row)) {
    report(row, filled, "rowIgnored");
    return { record: null, issues: row.issues };
  }
  const record = readRecord(row);
  const wrong = row.issues.some((issue) => issue.severity === "error");
  return { record: wrong ? null : record, issues: row.issues };
}

function namesNobody(row: Row): boolean {
  const telling: ColumnKey[] = ["sourceId", "fullName", "birthDate", "idNumber"];
  const doses = row.header.mapping.doses.flatMap((places) => Object.values(places));
  return (
    telling.every((key) => cellText(row, key) === "") &&
    doses.every((position) => (row.cells[position] ?? "").trim() === "")
  );
}

function readRecord(row: Row): ParsedRecord {
  reportLongTexts(row);
  const sourceId = cellValue(row, "sourceId");
  if (sourceId === null) reportColumn(row, "sourceId", "sourceIdMissing");
  const identity = readIdentity(row);
  return {
    ...identity,
    sourceId: sourceId ?? "",
    fullName: identity.fullName ?? "",
    documentType: cellValue(row, "documentType"),
    insuranceNumber: readInsuranceNumber(row),
    phone: readPhone(row),
    provinceName: cellValue(row, "provinceName"),
    districtName: cellValue(row, "districtName"),
    communeName: cellValue(row, "communeName"),
    communeCode: readCommuneCode(row),
    address: cellValue(row, "address"),
    group: cellValue(row, "group"),
    errorKind: cellValue(row, "errorKind"),
    verification: cellValue(row, "verification"),
    note: cellValue(row, "note"),
    doses: readDoses(row),
    sourceRows: [{ rowNo: row.rowNo, cells: [...row.cells] }],
  };
}

function reportLongTexts(row: Row): void {
  const { columns } = row.header.mapping;
  for (const [key, position] of Object.entries(columns)) {
    const limit = key === "sourceId" || key === "fullName" ? LONGEST_NAME : LONGEST_TEXT;
    if ((row.cells[position] ?? "").length <= limit) continue;
    report(row, position, { code: "textTooLong", params: { limit } });
  }
}

function readInsuranceNumber(row: Row): string | null {
  const text = cellValue(row, "insuranceNumber");
  if (text === null) return null;
  const number = parseInsuranceNumber(text);
  if (number.ok) return number.value;
  reportColumn(row, "insuranceNumber", "insuranceFormat");
  return text;
}

function readPhone(row: Row): string | null {
  const text = cellValue(row, "phone");
  if (text === null) return null;
  const phone = parsePhone(text);
  if (phone.ok) return phone.value;
  reportColumn(row, "phone", phone.code === "phoneNumber" ? "phoneNumber" : "phoneCharacters");
  return text;
}

/** Five digits; a spreadsheet that took the code for a number has dropped its zeros. */
function readCommuneCode(row: Row): string | null {
  const text = cellValue(row, "communeCode")?.replace(/^'|\.0+$/g, "") ?? null;
  if (text === null) return null;
  if (/^\d{1,5}$/.test(text)) return text.padStart(5, "0");
  reportColumn(row, "communeCode", "communeCodeOdd");
  return null;
}
