"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import type { RunState } from "@/lib/server/matching/run-row";

/** A run, written for the reader. */
export interface RunRow {
  id: string;
  file: string;
  state: RunState;
  done: string;
  model: string;
  by: string;
  at: string;
}

const TONES: Record<RunState, Tone> = {
  queued: "waiting",
  running: "info",
  paused: "waiting",
  cancelled: "neutral",
  done: "settled",
  failed: "danger",
};

const column = dataColumns<RunRow>();

function State({ state }: { state: RunState }) {
  const t = useTranslations("progress.run.state");
  return <StateChip tone={TONES[state]}>{t(state)}</StateChip>;
}

/** Runs of the engine; each opens what came out of it. */
export function RunTable({ rows, empty }: { rows: RunRow[]; empty: ReactNode }) {
  const t = useTranslations("progress.run");
  const columns = useMemo(
    () => [
      column.accessor("file", { header: t("column.file"), meta: { primary: true } }),
      column.display({
        id: "state",
        header: t("column.state"),
        cell: ({ row }) => <State state={row.original.state} />,
      }),
      column.accessor("done", { header: t("column.done"), meta: { align: "end" } }),
      column.accessor("model", { header: t("column.model") }),
      column.accessor("by", { header: t("column.by") }),
      column.accessor("at", { header: t("column.at"), meta: { align: "end" } }),
    ],
    [t],
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `/matching/${row.id}`}
      caption={t("caption")}
      empty={empty}
    />
  );
}
