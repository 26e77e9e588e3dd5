"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";

/** A line whose figures are written for the reader. */
export interface QualityLine {
  key: string;
  name: string;
  unit: string | null;
  passed: string;
  checked: string;
  wrong: string;
  rate: string;
}

type Texts = ReturnType<typeof useTranslations<"approval.quality.columns">>;
const column = dataColumns<QualityLine>();

function columnsOf(t: Texts, of: "band" | "officer") {
  const end = { align: "end" } as const;
  return [
    column.accessor("name", { header: t(of), meta: { primary: true } }),
    column.accessor((line) => line.unit ?? "–", { id: "unit", header: t("unit") }),
    column.accessor("passed", { header: t("passed"), meta: end }),
    column.accessor("checked", { header: t("checked"), meta: end }),
    column.accessor("wrong", { header: t("wrong"), meta: end }),
    column.accessor("rate", { header: t("rate"), meta: end }),
  ];
}

interface QualityTableProps {
  caption: string;
  lines: QualityLine[];
  /** what a line stands for */
  of: "band" | "officer";
}

/** Shares of errors with the range in which the true one lies. */
export function QualityTable({ caption, lines, of }: QualityTableProps) {
  const t = useTranslations("approval.quality.columns");
  const columns = useMemo(() => columnsOf(t, of), [t, of]);
  return (
    <DataTable
      columns={columns}
      rows={lines}
      rowId={(line) => line.key}
      caption={caption}
      hidden={of === "band" ? ["unit"] : []}
      empty={null}
    />
  );
}
