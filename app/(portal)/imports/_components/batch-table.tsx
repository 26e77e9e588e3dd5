"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";

interface BatchLine {
  id: string;
  fileName: string;
  state: string;
  rowsRead: number;
  rowsWrong: number;
  recordsNew: number;
  createdAt: Date;
  createdBy: string | null;
}

type ColumnName = "file" | "state" | "rows" | "wrong" | "records" | "made" | "by";

const TONES: Record<string, Tone> = { done: "settled", failed: "danger" };

function State({ state }: { state: string }) {
  const t = useTranslations("imports.page.state");
  return <StateChip tone={TONES[state] ?? "waiting"}>{t(state as "done")}</StateChip>;
}

type Texts = ReturnType<typeof useTranslations<"imports.page.columns">>;
const column = dataColumns<BatchLine>();

function columnsOf(t: Texts) {
  const figure = (id: ColumnName, read: (batch: BatchLine) => number) =>
    column.accessor((batch) => formatNumber(read(batch)), {
      id,
      header: t(id),
      meta: { align: "end" },
    });
  return [
    column.accessor("fileName", { id: "file", header: t("file"), meta: { primary: true } }),
    column.display({
      id: "state",
      header: t("state"),
      cell: ({ row }) => <State state={row.original.state} />,
    }),
    figure("rows", (batch) => batch.rowsRead),
    figure("wrong", (batch) => batch.rowsWrong),
    figure("records", (batch) => batch.recordsNew),
    column.accessor((batch) => formatDateTime(batch.createdAt), { id: "made", header: t("made") }),
    column.accessor((batch) => batch.createdBy ?? "–", { id: "by", header: t("by") }),
  ];
}

/** Batches, each of which opens its own page. */
export function BatchTable({ batches, empty }: { batches: BatchLine[]; empty: ReactNode }) {
  const t = useTranslations("imports.page");
  const words = useTranslations("imports.page.columns");
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      columns={columns}
      rows={batches}
      rowId={(batch) => batch.id}
      rowHref={(batch) => `/imports/${batch.id}`}
      caption={t("caption")}
      empty={empty}
    />
  );
}
