"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import type { Look } from "@/components/data-table/look";
import type { PageHrefs } from "@/components/data-table/page-links";
import { dataColumns } from "@/components/data-table/table-features";
import { StateChip } from "@/components/ui/state-chip";
import type { DifferenceClass, IdentityField } from "@/lib/domain/matching/vocabulary";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import type { TaskState } from "@/lib/domain/tasks/states";
import { formatDate } from "@/lib/i18n/format";
import { BulkActions, type BulkActs } from "./bulk-actions";
import { TASK_COLUMNS } from "./task-columns";

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
  since: Date;
  returned: boolean;
}

/** What the cells say. Looked up here and not in each cell: fifty rows would look it up hundreds of times. */
function useCells() {
  const t = useTranslations("tasks");
  const compare = useTranslations("common.compare");
  const lists = useTranslations("lists");
  const moves = useTranslations("moves");
  return useMemo(() => {
    const today = dayInVietNam(new Date());
    return {
      /** Why the record differs, in words: the most useful column there is. */
      reason: ({ mainClass, mainField }: TaskLine) => {
        const difference = compare(`class.${mainClass as DifferenceClass}`);
        if (!mainField) return difference;
        return `${compare(`fields.${mainField as IdentityField}`)}: ${difference}`;
      },
      state: ({ state, waitUntil, returned }: TaskLine) => (
        <span className="inline-flex flex-wrap gap-1 max-md:justify-end">
          <StateChip tone={state === "publishing" ? "info" : "waiting"}>
            {t(`state.${state as TaskState}`)}
            {waitUntil ? ` ${moves("until", { date: formatDate(waitUntil) })}` : null}
          </StateChip>
          {returned ? <StateChip tone="danger">{lists("returned")}</StateChip> : null}
        </span>
      ),
      officer: ({ holder, assignee }: TaskLine) =>
        holder ? t("open", { name: holder }) : (assignee ?? "–"),
      due: ({ dueOn }: TaskLine) =>
        dueOn < today ? (
          <StateChip tone="danger">{formatDate(dueOn)}</StateChip>
        ) : (
          formatDate(dueOn)
        ),
    };
  }, [t, compare, lists, moves]);
}

const column = dataColumns<TaskLine>();

/** Headers are plain words: on a phone they stand beside each value. */
function useColumns() {
  const t = useTranslations("tasks.columns");
  const lists = useTranslations("lists.columns");
  const cells = useCells();
  return useMemo(
    () => [
      column.accessor((task) => task.fullName ?? task.code, {
        id: "name",
        header: t("name"),
        meta: { primary: true, sortKey: "name" },
      }),
      column.accessor("code", { header: lists("code") }),
      column.accessor((task) => task.birthYear ?? "–", {
        id: "birthYear",
        header: t("birthYear"),
        meta: { sortKey: "birthYear" },
      }),
      column.accessor(cells.reason, { id: "reason", header: t("reason") }),
      column.accessor((task) => task.hamlet ?? "–", { id: "hamlet", header: t("hamlet") }),
      column.accessor("unitName", { id: "unit", header: t("unit") }),
      column.display({
        id: "state",
        header: t("state"),
        cell: ({ row }) => cells.state(row.original),
      }),
      column.accessor((task) => formatDate(dayInVietNam(task.since)), {
        id: "since",
        header: lists("since"),
        meta: { sortKey: "since" },
      }),
      column.accessor(cells.officer, { id: "officer", header: t("officer") }),
      column.display({
        id: "due",
        header: t("due"),
        cell: ({ row }) => cells.due(row.original),
        meta: { sortKey: "due" },
      }),
    ],
    [t, lists, cells],
  );
}

interface TaskTableProps {
  tasks: TaskLine[];
  look: Look;
  sort: DataTableProps<TaskLine>["sort"];
  pages: PageHrefs;
  /** What the viewer may do with many tasks at once. */
  acts: BulkActs;
  empty: ReactNode;
}

/** The list of tasks; each row opens its task. */
export function TaskTable({ tasks, look, sort, pages, acts, empty }: TaskTableProps) {
  const t = useTranslations("tasks");
  const hidden = TASK_COLUMNS.filter((name) => !look.columns.includes(name));
  const selection = {
    name: "taskId",
    rowName: (task: TaskLine) => task.fullName ?? task.code,
    actions: <BulkActions acts={acts} which="ticked" />,
  };
  return (
    <DataTable
      columns={useColumns()}
      rows={tasks}
      rowId={(task) => task.id}
      rowHref={(task) => `/tasks/${task.id}`}
      caption={t("caption")}
      hidden={hidden}
      density={look.density}
      sort={sort}
      pages={pages}
      selection={acts.assign || acts.print ? selection : undefined}
      empty={empty}
    />
  );
}
