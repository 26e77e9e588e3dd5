"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import type { Sort } from "@/components/data-table/href";
import { dataColumns } from "@/components/data-table/table-features";
import { TextLink } from "@/components/ui/text-link";
import { COLUMNS } from "./unit-columns";

export interface UnitRow {
  id: string;
  name: string;
  /** the unit's own page; absent where there is none below */
  href?: string;
  /** figures by column, written for the reader, each with its list */
  cells: Record<string, { text: string; href?: string }>;
  settledShare: string;
  /** people whose tasks were closed by work in a week */
  doneInWeek: string;
  /** when it will be done */
  outlook: string;
}

interface UnitTableProps {
  rows: UnitRow[];
  sort: Sort & { hrefs: Record<string, string> };
  empty: ReactNode;
}

const column = dataColumns<UnitRow>();

function UnitName({ row }: { row: UnitRow }) {
  if (!row.href) return <span className="md:block md:min-w-40">{row.name}</span>;
  return (
    <TextLink href={row.href} className="md:whitespace-nowrap">
      {row.name}
    </TextLink>
  );
}

function FigureCell({ cell }: { cell?: { text: string; href?: string } }) {
  if (!cell?.href) return cell?.text ?? null;
  return (
    <TextLink href={cell.href} prefetch={false}>
      {cell.text}
    </TextLink>
  );
}

/** Units and their figures; below 768 px each unit is a card. */
export function UnitTable({ rows, sort, empty }: UnitTableProps) {
  const t = useTranslations("progress");
  const columns = useMemo(
    () => [
      column.display({
        id: "name",
        header: t("column.unit"),
        cell: ({ row }) => <UnitName row={row.original} />,
        meta: { primary: true, sortKey: "name" },
      }),
      ...COLUMNS.map(({ id, wideOnly }) =>
        column.display({
          id,
          header: t(`column.${id}`),
          cell: ({ row }) => <FigureCell cell={row.original.cells[id]} />,
          meta: { align: "end" as const, sortKey: id, wideOnly },
        }),
      ),
      column.accessor("settledShare", {
        header: t("column.settledShare"),
        meta: { align: "end", sortKey: "settledShare" },
      }),
      column.accessor("doneInWeek", {
        header: t("column.doneInWeek"),
        meta: { align: "end", sortKey: "doneInWeek", wideOnly: true },
      }),
      column.accessor("outlook", {
        header: t("column.outlook"),
        meta: { align: "end", sortKey: "outlook" },
      }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      caption={t("units.caption")}
      sort={sort}
      empty={empty}
      density="compact"
    />
  );
}
