"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";

interface UnitRow {
  id: string;
  code: string;
  name: string;
  level: string;
  era: string;
  path: string;
  today: string;
  settled: boolean;
}

type Extra = "level" | "era" | "path" | "today";
const EXTRAS: readonly Extra[] = ["level", "era", "path", "today"];

interface UnitTableProps {
  units: UnitRow[];
  /** Columns beside name and code. */
  shows: readonly Extra[];
  empty: ReactNode;
}

/** A split or an unknown successor waits for somebody's choice, and looks like it. */
function Today({ today, settled }: UnitRow) {
  if (settled) return today;
  return (
    <StateChip tone="waiting" icon="help">
      {today}
    </StateChip>
  );
}

const column = dataColumns<UnitRow>();

function useColumns() {
  const t = useTranslations("units.page");
  return useMemo(
    () => [
      column.accessor("name", { header: t("name"), meta: { primary: true } }),
      column.accessor("code", { header: t("code") }),
      column.accessor("level", { header: t("level") }),
      column.accessor("era", { header: t("era") }),
      column.accessor("path", { header: t("path") }),
      column.display({
        id: "today",
        header: t("today"),
        cell: ({ row }) => <Today {...row.original} />,
      }),
    ],
    [t],
  );
}

export function UnitTable({ units, shows, empty }: UnitTableProps) {
  const t = useTranslations("units.page");
  return (
    <DataTable
      columns={useColumns()}
      rows={units}
      rowId={(unit) => unit.id}
      rowHref={(unit) => `/units/${unit.id}`}
      caption={t("caption")}
      hidden={EXTRAS.filter((extra) => !shows.includes(extra))}
      density="compact"
      empty={empty}
    />
  );
}
