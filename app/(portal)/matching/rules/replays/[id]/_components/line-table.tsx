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
  /** "before → after" */
  outcome: string;
  verdict: string;
  task: string;
  taskId: string;
}

const column = dataColumns<LineRow>();

interface LineTableProps {
  rows: LineRow[];
  pages: PageHrefs;
  /** every row has the same result: no column says it again */
  oneVerdict: boolean;
  empty: ReactNode;
}

/** Record by record: before and after; each opens its task. */
export function LineTable({ rows, pages, oneVerdict, empty }: LineTableProps) {
  const t = useTranslations("rules.replay.list");
  const columns = useMemo(
    () => [
      column.display({
        id: "code",
        header: t("code"),
        meta: { primary: true },
        cell: ({ row }) => <span className="whitespace-nowrap">{row.original.code}</span>,
      }),
      column.accessor("unit", { header: t("unit") }),
      column.accessor("difference", { header: t("class") }),
      column.accessor("outcome", { header: t("outcome") }),
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
      hidden={oneVerdict ? ["verdict"] : []}
      pages={pages}
      empty={empty}
    />
  );
}
