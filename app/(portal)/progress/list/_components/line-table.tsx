"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { DifferenceClass, IdentityField, Outcome } from "@/lib/domain/matching/vocabulary";
import type { Owner, TaskState } from "@/lib/domain/tasks/flow";

interface Line {
  id: string;
  recordCode: string;
  unitName: string;
  mainClass: string | null;
  mainField: string | null;
  outcome: string | null;
  state: string | null;
  force: string | null;
  days: number;
  overdue: boolean;
}

interface LineTableProps {
  lines: Line[];
  previous?: string;
  next?: string;
  empty: ReactNode;
}

const NOTHING = "–";
const column = dataColumns<Line>();

/** Why the record differs, in words. */
function Reason({ line }: { line: Line }) {
  const t = useTranslations("matching");
  const p = useTranslations("progress.list");
  if (!line.mainClass) return NOTHING;
  const difference = t(`class.${line.mainClass as DifferenceClass}`);
  if (!line.mainField) return difference;
  const field = t(`field.${line.mainField as IdentityField}`);
  return p("reason", { field, difference: difference.toLocaleLowerCase("vi") });
}

/** Where the work stands; of a record without work, what the engine said. */
function Standing({ line }: { line: Line }) {
  const states = useTranslations("tasks.state");
  const outcomes = useTranslations("matching.outcome");
  const t = useTranslations("progress.figure");
  if (line.state) {
    const closed = line.state === "closed";
    return (
      <StateChip tone={closed ? "settled" : "waiting"}>{states(line.state as TaskState)}</StateChip>
    );
  }
  return line.outcome ? outcomes(line.outcome as Outcome) : t("notCompared");
}

function Age({ line }: { line: Line }) {
  const t = useTranslations("progress.list");
  const age = t("age", { days: line.days });
  if (!line.overdue) return age;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {age} <StateChip tone="danger">{t("overdue")}</StateChip>
    </span>
  );
}

function Force({ force }: { force: string | null }) {
  const t = useTranslations("tasks.force");
  return force ? t(force as Owner) : NOTHING;
}

/** Records behind a figure: where and why, never who. */
export function LineTable({ lines, previous, next, empty }: LineTableProps) {
  const t = useTranslations("progress.list");
  const columns = useMemo(
    () => [
      column.accessor("recordCode", { header: t("column.code"), meta: { primary: true } }),
      column.accessor("unitName", { header: t("column.unit") }),
      column.display({
        id: "reason",
        header: t("column.reason"),
        cell: ({ row }) => <Reason line={row.original} />,
      }),
      column.display({
        id: "step",
        header: t("column.step"),
        cell: ({ row }) => <Standing line={row.original} />,
      }),
      column.display({
        id: "force",
        header: t("column.force"),
        cell: ({ row }) => <Force force={row.original.force} />,
      }),
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
    <div className="max-md:p-3 md:[&_nav]:px-4">
      <DataTable
        columns={columns}
        rows={lines}
        rowId={(line) => line.id}
        caption={t("caption")}
        pages={{ previous, next }}
        empty={empty}
      />
    </div>
  );
}
