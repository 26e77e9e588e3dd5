"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";

/** A line of the log, already in the reader's words. */
export interface AuditRow {
  id: string;
  at: string;
  username: string;
  unitName: string;
  command: string;
  /** Why it was refused; null for what was done. */
  refused: string | null;
  reference: string | null;
  entity: string | null;
  entityId: string | null;
}

interface AuditTableProps {
  rows: AuditRow[];
  previous?: string;
  next?: string;
  empty: ReactNode;
}

function Result({ refused, reference }: Pick<AuditRow, "refused" | "reference">) {
  const t = useTranslations("audit.result");
  if (refused === null) return <StateChip tone="settled">{t("done")}</StateChip>;
  return (
    <>
      <StateChip tone="waiting" icon="alert">
        {refused}
      </StateChip>
      {reference ? <span className="block text-xs text-quiet">{reference}</span> : null}
    </>
  );
}

function Entity({ entity, entityId }: Pick<AuditRow, "entity" | "entityId">) {
  if (!entity) return "–";
  return (
    <>
      {entity}
      {entityId ? <span className="block text-xs break-all text-quiet">{entityId}</span> : null}
    </>
  );
}

const column = dataColumns<AuditRow>();

function useColumns() {
  const t = useTranslations("audit.columns");
  return useMemo(
    () => [
      column.accessor("at", { header: t("at") }),
      column.accessor("command", { header: t("command"), meta: { primary: true } }),
      column.display({
        id: "result",
        header: t("result"),
        cell: ({ row }) => <Result {...row.original} />,
      }),
      column.accessor("username", { header: t("officer") }),
      column.accessor("unitName", { header: t("unit") }),
      column.display({
        id: "entity",
        header: t("entity"),
        cell: ({ row }) => <Entity {...row.original} />,
      }),
    ],
    [t],
  );
}

/** The log; on a phone each line is a card headed by what was done. */
export function AuditTable({ rows, previous, next, empty }: AuditTableProps) {
  const t = useTranslations("audit");
  return (
    <DataTable
      columns={useColumns()}
      rows={rows}
      rowId={(row) => row.id}
      caption={t("caption")}
      pages={{ previous, next }}
      density="compact"
      empty={empty}
    />
  );
}
