"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import type { ReadyRow } from "./ready-table";

type Line = ReadyRow & { lineNo: number };

const column = dataColumns<Line>();

/** The list with the numbers of its lines, before it is signed. */
export function PreviewLines({ lines }: { lines: readonly ReadyRow[] }) {
  const t = useTranslations("handovers.gather");
  const paper = useTranslations("handovers.paper");
  const columns = useMemo(
    () => [
      column.accessor("lineNo", { header: paper("column.no"), meta: { align: "end" } }),
      column.accessor((row) => row.fullName ?? row.recordCode, {
        id: "name",
        header: t("column.name"),
        meta: { primary: true },
      }),
      column.accessor("recordCode", { id: "code", header: t("column.code") }),
      column.accessor("birthDate", { header: t("column.birthDate") }),
      column.accessor((row) => (row.sex ? paper(`sex.${row.sex as "male"}`) : paper("none")), {
        id: "sex",
        header: t("column.sex"),
      }),
      column.accessor("idNumber", { header: t("column.idNumber") }),
    ],
    [t, paper],
  );
  const rows = useMemo(() => lines.map((line, at) => ({ ...line, lineNo: at + 1 })), [lines]);
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.taskId}
      caption={t("previewCaption")}
      empty={null}
    />
  );
}
