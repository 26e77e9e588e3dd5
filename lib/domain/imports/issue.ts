/**
 * What is wrong with one cell, for the person who will open the file again. `column` is the title as
 * the file has it. An error keeps the row out, a warning does not. `params` never hold the value of a
 * cell: issues are listed, counted and logged. Worded in `imports.json` under `issue`.
 */
export interface RowIssue {
  rowNo: number;
  column: string;
  code: IssueCode;
  params: Record<string, string | number>;
  severity: "error" | "warning";
}

export const ERROR_CODES = [
  "sourceIdMissing",
  "nameMissing",
  "nameUnreadable",
  "textTooLong",
  "dateUnreadable",
  "dateNotReal",
  "dateOutOfRange",
  "recordMoved",
] as const;

export const WARNING_CODES = [
  "rowIgnored",
  "nameDamaged",
  "dateMissing",
  "centuryGuessed",
  "monthFirst",
  "sexMissing",
  "sexUnknown",
  "idNumberMissing",
  "idNumberScientific",
  "idNumberCharacters",
  "idNumberZeroLost",
  "idNumberOdd",
  "insuranceFormat",
  "phoneCharacters",
  "phoneNumber",
  "communeCodeOdd",
  "doseDateMissing",
  "doseDateUnreadable",
  "doseDateTooEarly",
  "sourceIdConflict",
  "sourceIdRepeated",
] as const;

export type IssueCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];

const ERRORS: ReadonlySet<string> = new Set(ERROR_CODES);

/** The severity belongs to the code and is never chosen on the spot. */
export function makeIssue(
  code: IssueCode,
  place: { rowNo: number; column: string },
  params: RowIssue["params"] = {},
): RowIssue {
  const { rowNo, column } = place;
  return { rowNo, column, code, params, severity: ERRORS.has(code) ? "error" : "warning" };
}
