"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";

/** A confirmed record as it will stand on the list. */
export interface ReadyRow {
  taskId: string;
  version: number;
  recordCode: string;
  fullName: string | null;
  birthDate: string | null;
  sex: string | null;
  idNumber: string | null;
  hamlet: string | null;
  confirmedBy: string | null;
}

/** What a tick sends: the task in the version that is on the screen. */
export function rowId({ taskId, version }: ReadyRow): string {
  return `${taskId}_${version}`;
}

const column = dataColumns<ReadyRow>();

/** The records that wait for a list, to be ticked. */
export function ReadyTable({ rows, actions }: { rows: ReadyRow[]; actions: ReactNode }) {
  const t = useTranslations("handovers.gather");
  const columns = useMemo(
    () => [
      column.accessor((row) => row.fullName ?? row.recordCode, {
        id: "name",
        header: t("column.name"),
        meta: { primary: true },
      }),
      column.accessor("recordCode", { id: "code", header: t("column.code") }),
      column.accessor("birthDate", { header: t("column.birthDate") }),
      column.accessor("idNumber", { header: t("column.idNumber") }),
      column.accessor("hamlet", { header: t("column.hamlet") }),
      column.accessor("confirmedBy", { header: t("column.confirmedBy") }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={rowId}
      caption={t("caption")}
      empty={null}
      selection={{
        name: "task",
        rowName: (row) => row.fullName ?? row.recordCode,
        actions,
      }}
    />
  );
}
