import { isForeigner } from "../foreigner";
import type { MatchSubject } from "../vocabulary";
import { readDateText, readSexText } from "./byte-values";
import type { Columns, RecordColumn } from "./columns";
import type { CsvScanner } from "./csv-scanner";
import { nameOf, type ReadBefore } from "./person-row";

/** Why a row of a file of records can't be compared. */
export type RowProblem =
  | { code: "row.cells"; params: { found: number; width: number } }
  | { code: "row.recordId" | "row.fullName"; params: Record<string, never> };

/** Reads one cell of the present row, trimmed. */
export type CellText = (name: RecordColumn) => string;

/** The present row of a file of records; date and sex may have been read before. */
export function readRecordText(text: CellText, before?: ReadBefore): MatchSubject {
  const name = nameOf(text("full_name")) || null;
  const number = text("id_number").trim() || null;
  return {
    fullName: name,
    birthDate: before ? before.birthDate : readDateText(text("birth_date")),
    sex: before ? before.sex : readSexText(text("sex")),
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
  if (scanner.isBlank(columns.record_id)) return { code: "row.recordId", params: {} };
  if (scanner.isBlank(columns.full_name)) return { code: "row.fullName", params: {} };
  return null;
}
