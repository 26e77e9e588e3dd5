"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { DifferenceClass, IdentityField } from "@/lib/domain/matching/vocabulary";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import type { TaskState } from "@/lib/domain/tasks/states";
import { formatDate } from "@/lib/i18n/format";

/** A line of the list, as the server's query gives it. */
interface TaskLine {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  mainClass: string;
  mainField: string | null;
  hamlet: string | null;
  unitName: string;
  state: string;
  assignee: string | null;
  holder: string | null;
  dueOn: string;
  waitUntil: string | null;
}

/** Why the record differs, in words: the most useful column there is. */
function Reason({ task }: { task: TaskLine }) {
  const t = useTranslations("common.compare");
  const difference = t(`class.${task.mainClass as DifferenceClass}`);
  if (!task.mainField) return difference;
  return `${t(`fields.${task.mainField as IdentityField}`)}: ${difference}`;
}

function State({ task: { state, waitUntil } }: { task: TaskLine }) {
  const t = useTranslations("tasks.state");
  const moves = useTranslations("moves");
  return (
    <StateChip tone={state === "publishing" ? "info" : "waiting"}>
      {t(state as TaskState)}
      {waitUntil ? ` ${moves("until", { date: formatDate(waitUntil) })}` : null}
    </StateChip>
  );
}

function Officer({ task }: { task: TaskLine }) {
  const t = useTranslations("tasks");
  return task.holder ? t("open", { name: task.holder }) : (task.assignee ?? "–");
}

function Due({ on }: { on: string }) {
  const late = on < dayInVietNam(new Date());
  return late ? <StateChip tone="danger">{formatDate(on)}</StateChip> : formatDate(on);
}

type Texts = ReturnType<typeof useTranslations<"tasks.columns">>;
const column = dataColumns<TaskLine>();

/** Headers are plain words: on a phone they stand beside each value. */
function columnsOf(t: Texts) {
  return [
    column.accessor((task) => task.fullName ?? task.code, {
      id: "name",
      header: t("name"),
      meta: { primary: true },
    }),
    column.accessor((task) => task.birthYear ?? "–", { id: "birthYear", header: t("birthYear") }),
    column.display({
      id: "reason",
      header: t("reason"),
      cell: ({ row }) => <Reason task={row.original} />,
    }),
    column.accessor((task) => task.hamlet ?? "–", { id: "hamlet", header: t("hamlet") }),
    column.accessor("unitName", { id: "unit", header: t("unit") }),
    column.display({
      id: "state",
      header: t("state"),
      cell: ({ row }) => <State task={row.original} />,
    }),
    column.display({
      id: "officer",
      header: t("officer"),
      cell: ({ row }) => <Officer task={row.original} />,
    }),
    column.display({
      id: "due",
      header: t("due"),
      cell: ({ row }) => <Due on={row.original.dueOn} />,
    }),
  ];
}

interface TaskTableProps {
  tasks: TaskLine[];
  showUnit: boolean;
  next?: string;
  empty: ReactNode;
}

/** The list of tasks; each row opens its task. */
export function TaskTable({ tasks, showUnit, next, empty }: TaskTableProps) {
  const t = useTranslations("tasks");
  const words = useTranslations("tasks.columns");
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      columns={columns}
      rows={tasks}
      rowId={(task) => task.id}
      rowHref={(task) => `/tasks/${task.id}`}
      caption={t("caption")}
      hidden={showUnit ? ["hamlet"] : ["unit"]}
      pages={{ next }}
      empty={empty}
    />
  );
}
