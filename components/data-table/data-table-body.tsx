"use client";

import {
  type Cell,
  FlexRender,
  type ReactTable,
  type Row as TableRow,
} from "@tanstack/react-table";
import Link from "next/link";
import { memo, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { CELL, ROW, ROW_GROUP } from "@/components/ui/table-roles";
import type { Selection } from "./selection";
import type { DataTableFeatures } from "./table-features";

interface DataTableBodyProps<Row extends object> {
  table: ReactTable<DataTableFeatures, Row>;
  rowHref?: (row: Row) => string | undefined;
  selection?: Selection<Row>;
}

const ROW_LOOK =
  "relative border-b border-line hover:bg-hover data-here:bg-action-soft data-ticked:bg-action-soft max-md:mb-3 max-md:flex max-md:flex-col max-md:rounded-md max-md:border max-md:bg-surface max-md:p-4";

/** The rows; on a phone each is a card headed by its primary column. */
export function DataTableBody<Row extends object>(props: DataTableBodyProps<Row>) {
  const { table, rowHref, selection } = props;
  const t = useTranslations("common.table");
  const tickName = useMemo(
    () => selection && ((row: Row) => t("selectRow", { name: selection.rowName(row) })),
    [selection, t],
  );
  return (
    <tbody {...ROW_GROUP} className="max-md:block">
      {table.getRowModel().rows.map((row) => (
        <BodyRow
          key={row.id}
          row={row}
          ticked={row.getIsSelected()}
          columns={table.state.columnVisibility}
          rowHref={rowHref}
          tick={selection?.name}
          tickName={tickName}
        />
      ))}
    </tbody>
  );
}

interface BodyRowProps<Row extends object> {
  row: TableRow<DataTableFeatures, Row>;
  ticked: boolean;
  /** which are seen: the row is drawn anew when that changes */
  columns: unknown;
  rowHref?: (row: Row) => string | undefined;
  /** Name of the form field of a tick; absent where nothing can be ticked. */
  tick?: string;
  /** What the tick box of a row is called. */
  tickName?: (row: Row) => string;
}

function PlainRow<Row extends object>(props: BodyRowProps<Row>) {
  const { row, ticked, rowHref, tick, tickName } = props;
  return (
    <tr {...ROW} data-row={row.id} data-ticked={ticked || undefined} className={ROW_LOOK}>
      {tick ? (
        <TickCell row={row} ticked={ticked} name={tick} label={tickName?.(row.original)} />
      ) : null}
      {row.getVisibleCells().map((cell) => (
        <BodyCell key={cell.id} cell={cell} href={rowHref?.(row.original)} />
      ))}
    </tr>
  );
}

// A tick draws its own row anew and not the fifty others: on a cheap laptop that is felt.
const BodyRow = memo(PlainRow) as typeof PlainRow;

interface TickCellProps<Row extends object> {
  row: TableRow<DataTableFeatures, Row>;
  ticked: boolean;
  name: string;
  label?: string;
}

function TickCell<Row extends object>({ row, ticked, name, label }: TickCellProps<Row>) {
  return (
    <td
      {...CELL}
      className="relative z-1 w-10 px-2 text-center max-md:absolute max-md:top-3 max-md:right-3"
    >
      <input
        type="checkbox"
        name={name}
        value={row.id}
        aria-label={label}
        className="size-5 align-middle accent-action group-data-[density=compact]/table:size-6 max-md:size-6"
        checked={ticked}
        onChange={row.getToggleSelectedHandler()}
      />
    </td>
  );
}

interface BodyCellProps<Row extends object> {
  cell: Cell<DataTableFeatures, Row>;
  href?: string;
}

function BodyCell<Row extends object>({ cell, href }: BodyCellProps<Row>) {
  const { meta: look = {}, header } = cell.column.columnDef;
  const value = <FlexRender cell={cell} />;
  return (
    <td
      {...CELL}
      className={classNames(
        "px-3 py-2 align-top group-data-[density=compact]/table:py-1 max-md:flex max-md:flex-wrap max-md:justify-between max-md:gap-x-4 max-md:p-0 max-md:py-1",
        look.align === "end" && "text-right whitespace-nowrap",
        look.wideOnly && "max-md:hidden",
        look.primary
          ? "font-semibold md:min-w-36 max-md:order-first max-md:pr-10 max-md:text-base"
          : "max-md:text-right [&_a]:relative [&_a]:z-1 [&_button]:relative [&_button]:z-1",
      )}
    >
      {look.primary ? null : (
        <span className="shrink-0 font-normal text-quiet md:hidden">
          {typeof header === "string" ? header : null}
        </span>
      )}
      {look.primary && href ? (
        <Link
          href={href}
          prefetch={false}
          className="after:absolute after:inset-0 hover:text-action"
        >
          {value}
        </Link>
      ) : (
        <span className="min-w-0 max-md:grow max-md:basis-28">{value}</span>
      )}
    </td>
  );
}
