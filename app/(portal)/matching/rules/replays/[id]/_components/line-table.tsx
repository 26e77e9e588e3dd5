"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import type { PageHrefs } from "@/components/data-table/page-links";
import { dataColumns } from "@/components/data-table/table-features";

/** A record of a replay, written for the reader. */
export interface LineRow {
  id: string;
  code: string;
  unit: string;
  difference: string;
  before: string;
  after: string;
  verdict: string;
  task: string;
  taskId: string;
}

const column = dataColumns<LineRow>();

interface LineTableProps {
  rows: LineRow[];
  pages: PageHrefs;
  empty: ReactNode;
}

/** Record by record: before and after; each opens its task. */
export function LineTable({ rows, pages, empty }: LineTableProps) {
  const t = useTranslations("rules.replay.list");
  const columns = useMemo(
    () => [
      column.accessor("code", { header: t("code"), meta: { primary: true } }),
      column.accessor("unit", { header: t("unit") }),
      column.accessor("difference", { header: t("class") }),
      column.accessor("before", { header: t("before") }),
      column.accessor("after", { header: t("after") }),
      column.accessor("verdict", { header: t("verdict") }),
      column.accessor("task", { header: t("state") }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/tasks/${row.taskId}`}
      caption={t("caption")}
      pages={pages}
      empty={empty}
    />
  );
}
