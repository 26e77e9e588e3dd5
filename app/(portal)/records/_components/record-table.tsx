"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import type { Look } from "@/components/data-table/look";
import type { PageHrefs } from "@/components/data-table/page-links";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import { RECORD_COLUMNS } from "./record-columns";

/** A record in the reader's words. */
export interface RecordRow {
  id: string;
  name: string;
  code: string;
  birthYear: string;
  hamlet: string;
  unit: string;
  outcome: string;
  /** null: nothing is open */
  task: string | null;
}

const column = dataColumns<RecordRow>();

interface RecordTableProps {
  rows: RecordRow[];
  look: Look;
  sort: DataTableProps<RecordRow>["sort"];
  pages: PageHrefs;
  empty: ReactNode;
}

/** Records; each row opens its record. */
export function RecordTable({ rows, look, sort, pages, empty }: RecordTableProps) {
  const t = useTranslations("tasks.columns");
  const lists = useTranslations("lists");
  const columns = useMemo(
    () => [
      column.accessor("name", { header: t("name"), meta: { primary: true, sortKey: "name" } }),
      column.accessor("birthYear", { header: t("birthYear"), meta: { sortKey: "birthYear" } }),
      column.accessor("code", { header: lists("columns.code") }),
      column.accessor("hamlet", { header: t("hamlet") }),
      column.accessor("unit", { header: t("unit") }),
      column.accessor("outcome", { header: lists("columns.outcome") }),
      column.display({
        id: "task",
        header: lists("columns.task"),
        cell: ({ row: { original } }) =>
          original.task ? (
            <StateChip tone="waiting">{original.task}</StateChip>
          ) : (
            lists("records.noTask")
          ),
      }),
    ],
    [t, lists],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ id }) => `/records/${id}`}
      caption={lists("records.caption")}
      hidden={RECORD_COLUMNS.filter((name) => !look.columns.includes(name))}
      density={look.density}
      sort={sort}
      pages={pages}
      empty={empty}
    />
  );
}
