"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import type { CorrectableField } from "@/lib/domain/tasks/field-policy";
import type { Resolution } from "@/lib/domain/tasks/states";
import { formatDateTime } from "@/lib/i18n/format";

/** A line of the list, as the server's query gives it. */
interface Line {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  unitName: string;
  proposed: string | null;
  fields: string[];
  by: string | null;
  holder: string | null;
  since: Date;
  aboveSince: Date | null;
}

function Asked({ line }: { line: Line }) {
  const t = useTranslations("approval");
  const resolutions = useTranslations("tasks.resolution");
  if (line.proposed) {
    return t("asked.closing", { resolution: resolutions(line.proposed as Resolution) });
  }
  const fields = line.fields.map((field) => t(`field.${field as CorrectableField}`)).join(", ");
  return t("asked.correction", { fields });
}

function By({ line }: { line: Line }) {
  const t = useTranslations("approval");
  return (
    <>
      {line.by ?? "–"}
      {line.holder ? (
        <span className="block text-xs text-quiet">{t("opened", { name: line.holder })}</span>
      ) : null}
    </>
  );
}

function Since({ line }: { line: Line }) {
  const t = useTranslations("approval");
  return (
    <>
      {formatDateTime(line.since)}
      {line.aboveSince ? (
        <span className="block text-xs text-quiet">
          {t("above", { at: formatDateTime(line.aboveSince) })}
        </span>
      ) : null}
    </>
  );
}

type Texts = ReturnType<typeof useTranslations<"approval.columns">>;
const column = dataColumns<Line>();

function columnsOf(t: Texts) {
  return [
    column.accessor((line) => line.fullName ?? line.code, {
      id: "name",
      header: t("name"),
      meta: { primary: true },
    }),
    column.accessor((line) => line.birthYear ?? "–", { id: "birthYear", header: t("birthYear") }),
    column.accessor("unitName", { id: "unit", header: t("unit") }),
    column.display({
      id: "asked",
      header: t("asked"),
      cell: ({ row }) => <Asked line={row.original} />,
    }),
    column.display({ id: "by", header: t("by"), cell: ({ row }) => <By line={row.original} /> }),
    column.display({
      id: "since",
      header: t("since"),
      cell: ({ row }) => <Since line={row.original} />,
    }),
  ];
}

interface ApprovalTableProps {
  lines: Line[];
  next?: string;
  empty: ReactNode;
}

/** What waits for the reader's approval; each row opens its task. */
export function ApprovalTable({ lines, next, empty }: ApprovalTableProps) {
  const t = useTranslations("approval");
  const words = useTranslations("approval.columns");
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => `/tasks/${line.id}`}
      caption={t("caption")}
      pages={{ next }}
      empty={empty}
    />
  );
}
