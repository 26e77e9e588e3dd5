"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { WordedLine } from "./line-words";

interface LineTableProps {
  lines: WordedLine[];
  next?: string;
  empty: ReactNode;
}

const column = dataColumns<WordedLine>();

function Age({ line }: { line: WordedLine }) {
  const t = useTranslations("progress.list");
  if (!line.overdue) return line.age;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {line.age} <StateChip tone="danger">{t("overdue")}</StateChip>
    </span>
  );
}

/** Records behind a figure: where and why, never who. */
export function LineTable({ lines, next, empty }: LineTableProps) {
  const t = useTranslations("progress.list");
  const columns = useMemo(
    () => [
      column.display({
        id: "code",
        header: t("column.code"),
        cell: ({ row }) => <span className="whitespace-nowrap">{row.original.recordCode}</span>,
        meta: { primary: true },
      }),
      column.display({
        id: "unit",
        header: t("column.unit"),
        cell: ({ row }) => <span className="md:whitespace-nowrap">{row.original.unitName}</span>,
      }),
      column.accessor("reason", { header: t("column.reason") }),
      column.display({
        id: "step",
        header: t("column.step"),
        cell: ({ row }) => (
          <span className="md:whitespace-nowrap">
            <StateChip tone={row.original.tone}>{row.original.step}</StateChip>
          </span>
        ),
      }),
      column.accessor("force", { header: t("column.force") }),
      column.display({
        id: "age",
        header: t("column.age"),
        cell: ({ row }) => <Age line={row.original} />,
        meta: { align: "end" },
      }),
    ],
    [t],
  );
  return (
    <div className="md:[&_nav]:px-4">
      <DataTable
        columns={columns}
        rows={lines}
        rowId={(line) => line.key}
        caption={t("caption")}
        pages={{ next }}
        empty={empty}
      />
    </div>
  );
}
