import {
  type ColumnHelper,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSelectionFeature,
  tableFeatures,
} from "@tanstack/react-table";

/** How a column is drawn, beside its header and cell. */
export interface ColumnLook {
  /** The column that names the row: it heads the card on a phone and carries the row's link. */
  primary?: boolean;
  /** "end" for figures. */
  align?: "start" | "end";
  /** Name under which the server sorts by this column; without it the header is no link. */
  sortKey?: string;
  /** Left out of the cards of a phone. */
  wideOnly?: boolean;
}

/*
 * Sorting and paging happen on the server, so the table needs none of it; what is left for the
 * browser is which columns are seen and which rows are ticked.
 */
export const dataTableFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<ColumnLook>(),
});

export type DataTableFeatures = typeof dataTableFeatures;

/** Column definitions of one kind of row: `const column = dataColumns<TaskRow>()`. */
export function dataColumns<Row extends object>() {
  return createColumnHelper<DataTableFeatures, Row>();
}

/** A mixed list of columns, as `dataColumns<Row>().columns([…])` makes it. */
export type DataColumns<Row extends object> = ReturnType<
  ColumnHelper<DataTableFeatures, Row>["columns"]
>;
