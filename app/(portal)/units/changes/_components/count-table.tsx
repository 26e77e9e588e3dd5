"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { formatNumber } from "@/lib/i18n/format";

export interface CountRow {
  unitId: string;
  name: string;
  /** where everything of it goes, in words */
  to: string;
  records: number;
  openTasks: number;
  closedTasks: number;
  leased: number;
  officers: number;
  hamlets: number;
  rules: number;
}

const FIGURES = [
  "records",
  "openTasks",
  "closedTasks",
  "leased",
  "officers",
  "hamlets",
  "rules",
] as const;

const column = dataColumns<CountRow>();

function useColumns() {
  const t = useTranslations("units.change");
  return useMemo(
    () => [
      column.accessor("name", { header: t("unitColumn"), meta: { primary: true } }),
      column.accessor("to", { header: t("to") }),
      ...FIGURES.map((name) =>
        column.accessor(name, {
          header: t(`columns.${name}`),
          cell: (info) => formatNumber(info.getValue()),
          meta: { align: "end" },
        }),
      ),
    ],
    [t],
  );
}

/** What lies in each commune of a change, before it. */
export function CountTable({ rows }: { rows: CountRow[] }) {
  const t = useTranslations("units.change");
  return (
    <DataTable
      columns={useColumns()}
      rows={rows}
      rowId={(row) => row.unitId}
      caption={t("previewTitle")}
      density="compact"
      empty={null}
    />
  );
}
