"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";

/** A row of a bulk, written for the reader. */
export interface LineView {
  taskId: string;
  name: string;
  code: string;
  reason: string;
}

const column = dataColumns<LineView>();

interface LineTableProps {
  rows: LineView[];
  next?: string;
  empty: ReactNode;
}

/** Records of one result; each opens its task. */
export function LineTable({ rows, next, empty }: LineTableProps) {
  const t = useTranslations("clusters.run");
  const columns = useMemo(
    () => [
      column.accessor("name", { header: t("column.record"), meta: { primary: true } }),
      column.accessor("code", { header: t("column.code") }),
      column.accessor("reason", { header: t("column.reason") }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.taskId}
      rowHref={(row) => `/tasks/${row.taskId}`}
      caption={t("linesCaption")}
      pages={{ next }}
      empty={empty}
    />
  );
}
