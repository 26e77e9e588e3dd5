/** A cell of a sheet: a figure stays one, so that it can be counted on; a share is 0 to 1. */
export type SheetCell = string | number | { share: number } | null;

/** A sheet of a workbook to be written. */
export interface Sheet {
  name: string;
  /** lines above the table: what it is of, and its cut-off */
  notes: readonly string[];
  header: readonly string[];
  /** in letters */
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
}
