"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";

/** A cluster, written for the reader. */
export interface ClusterRow {
  key: string;
  rule: string;
  common: string;
  count: string;
  force: string;
}

const column = dataColumns<ClusterRow>();

interface ClusterTableProps {
  rows: ClusterRow[];
  /** clusters of several forces are listed */
  showForce: boolean;
  empty: ReactNode;
}

/** Clusters of one cause; each opens its sample. */
export function ClusterTable({ rows, showForce, empty }: ClusterTableProps) {
  const t = useTranslations("clusters");
  const columns = useMemo(
    () => [
      column.accessor("rule", { header: t("columns.rule"), meta: { primary: true } }),
      column.accessor("common", { header: t("columns.common") }),
      column.accessor("force", { header: t("columns.force") }),
      column.accessor("count", { header: t("columns.count"), meta: { align: "end" } }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.key}
      rowHref={(row) => `/tasks/clusters/${row.key}`}
      caption={t("groupsCaption")}
      hidden={showForce ? [] : ["force"]}
      empty={empty}
    />
  );
}
