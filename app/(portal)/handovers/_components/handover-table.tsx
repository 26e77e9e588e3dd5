"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";

/** A list, written for the reader. */
export interface HandoverRow {
  id: string;
  number: string;
  unitName: string;
  people: string;
  signed: string;
  /** null while it waits */
  received: string | null;
  /** how many lines were received and how many disputed; null while it waits */
  counts: string | null;
}

interface HandoverTableProps {
  rows: HandoverRow[];
  showUnit: boolean;
  empty: ReactNode;
}

const column = dataColumns<HandoverRow>();

function Received({ row }: { row: HandoverRow }) {
  const t = useTranslations("handovers");
  if (!row.received) return <StateChip tone="waiting">{t("waiting")}</StateChip>;
  return (
    <>
      {row.received}
      <span className="block text-sm text-quiet">{row.counts}</span>
    </>
  );
}

/** All lists of the area; each opens its paper. */
export function HandoverTable({ rows, showUnit, empty }: HandoverTableProps) {
  const t = useTranslations("handovers");
  const columns = useMemo(
    () => [
      column.accessor("number", { header: t("column.no"), meta: { primary: true } }),
      column.accessor("unitName", { id: "unit", header: t("column.unit") }),
      column.accessor("people", { header: t("column.people"), meta: { align: "end" } }),
      column.accessor("signed", { header: t("column.signed") }),
      column.display({
        id: "received",
        header: t("column.received"),
        cell: ({ row }) => <Received row={row.original} />,
      }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/handovers/${row.id}`}
      caption={t("caption")}
      hidden={showUnit ? [] : ["unit"]}
      empty={empty}
    />
  );
}
