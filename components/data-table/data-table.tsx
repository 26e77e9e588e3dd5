"use client";

import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { TABLE } from "@/components/ui/table-roles";
import { DataTableBody } from "./data-table-body";
import { DataTableHead } from "./data-table-head";
import type { Sort } from "./href";
import { type PageHrefs, PageLinks } from "./page-links";
import type { Selection } from "./selection";
import { SelectionBar } from "./selection-bar";
import { type DataColumns, dataTableFeatures } from "./table-features";

export interface DataTableProps<Row extends object> {
  /** Made once with `dataColumns<Row>()`; a new array at every render would start over. */
  columns: DataColumns<Row>;
  rows: Row[];
  rowId: (row: Row) => string;
  /** What the table lists; read aloud, not shown. */
  caption: string;
  /** Shown in place of the table when there are no rows. */
  empty: ReactNode;
  /** a row without an address leads nowhere */
  rowHref?: (row: Row) => string | undefined;
  /** The order that the server has put the rows in, and an address for every other. */
  sort?: Sort & { hrefs: Record<string, string> };
  pages?: PageHrefs;
  selection?: Selection<Row>;
  /** Ids of columns left out. */
  hidden?: readonly string[];
  density?: "regular" | "compact";
}

/**
 * The one table. The server has filtered, sorted and cut the rows; order and pages are links, so
 * the table reads and moves without script. Below 768 px each row is a card.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, selection, hidden, density = "regular" } = props;
  const [ticked, setTicked] = useState<RowSelectionState>({});
  const columnVisibility = useMemo(
    () => Object.fromEntries((hidden ?? []).map((id) => [id, false])),
    [hidden],
  );
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows,
    getRowId: rowId,
    state: { rowSelection: ticked, columnVisibility },
    onRowSelectionChange: setTicked,
  });
  if (rows.length === 0) return props.empty;
  const ids = table.getSelectedRowModel().rows.map(({ id }) => id);
  return (
    <div data-density={density} className="group/table">
      <div className="overflow-x-auto max-md:overflow-visible">
        <table {...TABLE} className="w-full text-sm max-md:block">
          <caption className="sr-only">{props.caption}</caption>
          <DataTableHead table={table} sort={props.sort} selectable={selection !== undefined} />
          <DataTableBody table={table} rowHref={props.rowHref} selection={selection} />
        </table>
      </div>
      {selection && ids.length > 0 ? (
        <SelectionBar count={ids.length} onClear={() => setTicked({})}>
          {selection.actions}
        </SelectionBar>
      ) : null}
      {props.pages ? <PageLinks {...props.pages} /> : null}
    </div>
  );
}
