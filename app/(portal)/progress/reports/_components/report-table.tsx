"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import type { PageHrefs } from "@/components/data-table/page-links";
import { dataColumns } from "@/components/data-table/table-features";

/** A report, written for the reader. */
export interface ReportRow {
  id: string;
  number: string;
  unitName: string;
  period: string;
  cutOff: string;
  by: string;
}

interface ReportTableProps {
  rows: ReportRow[];
  pages: PageHrefs;
  showUnit: boolean;
  empty: ReactNode;
}

const column = dataColumns<ReportRow>();

/** Reports of a unit and of those below it; each opens its paper. */
export function ReportTable({ rows, pages, showUnit, empty }: ReportTableProps) {
  const t = useTranslations("reports.list");
  const columns = useMemo(
    () => [
      column.accessor("number", { header: t("column.number"), meta: { primary: true } }),
      column.accessor("unitName", { id: "unit", header: t("column.unit") }),
      column.accessor("period", { header: t("column.period") }),
      column.accessor("cutOff", { header: t("column.cutOff") }),
      column.accessor("by", { header: t("column.by") }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/progress/reports/${row.id}`}
      caption={t("caption")}
      pages={pages}
      hidden={showUnit ? [] : ["unit"]}
      empty={empty}
    />
  );
}
