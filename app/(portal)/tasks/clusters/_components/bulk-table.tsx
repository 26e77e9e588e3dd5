"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";

/** A bulk, written for the reader. */
export interface BulkTableRow {
  id: string;
  rule: string;
  state: string;
  tone: Tone;
  count: string;
  by: string;
  at: string;
}

const column = dataColumns<BulkTableRow>();

/** Bulks, the newest first; each opens what came of it. */
export function BulkTable({ rows, empty }: { rows: BulkTableRow[]; empty: ReactNode }) {
  const t = useTranslations("clusters.runs");
  const columns = useMemo(
    () => [
      column.accessor("rule", { header: t("columns.rule"), meta: { primary: true } }),
      column.display({
        id: "state",
        header: t("columns.state"),
        cell: ({ row }) => <StateChip tone={row.original.tone}>{row.original.state}</StateChip>,
      }),
      column.accessor("count", { header: t("columns.count"), meta: { align: "end" } }),
      column.accessor("by", { header: t("columns.by") }),
      column.accessor("at", { header: t("columns.at"), meta: { align: "end" } }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/tasks/clusters/runs/${row.id}`}
      caption={t("caption")}
      empty={empty}
    />
  );
}
