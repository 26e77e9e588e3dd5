import { normaliseName } from "@/lib/domain/records/full-name";
import { isForeigner } from "../foreigner";
import type { MatchSubject } from "../vocabulary";
import { readDateText, readSexText } from "./byte-values";
import type { Columns, RecordColumn } from "./columns";
import type { CsvScanner } from "./csv-scanner";

/** Why a row of a file of records can't be compared. */
export type RowProblem =
  | { code: "row.cells"; params: { found: number; width: number } }
  | { code: "row.recordId" | "row.fullName"; params: Record<string, never> };

/** Reads one cell of the present row, trimmed. */
export type CellText = (name: RecordColumn) => string;

/** The present row of a file of records, all its values as texts. */
export function readRecordText(text: CellText): MatchSubject {
  const fullName = normaliseName(text("full_name"));
  const idNumber = text("id_number").trim();
  const name = fullName === "" ? null : fullName;
  const number = idNumber === "" ? null : idNumber;
  return {
    fullName: name,
    birthDate: readDateText(text("birth_date")),
    sex: readSexText(text("sex")),
    idNumber: number,
    foreign: isForeigner(name, number),
    address: text("address").trim() || null,
    communeCode: text("commune_code").trim() || null,
  };
}

/** What is wrong with the shape of a row; null when it can be compared. */
export function problemOfRow(
  scanner: CsvScanner,
  { width, columns }: { width: number; columns: Columns<RecordColumn> },
): RowProblem | null {
  if (scanner.count !== width) {
    return { code: "row.cells", params: { found: scanner.count, width } };
  }
  if (scanner.text(columns.record_id).trim() === "") return { code: "row.recordId", params: {} };
  if (scanner.text(columns.full_name).trim() === "") return { code: "row.fullName", params: {} };
  return null;
}
