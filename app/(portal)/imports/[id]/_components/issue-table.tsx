"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { formatNumber } from "@/lib/i18n/format";

interface WordedIssue {
  id: string;
  rowNo: number;
  column: string;
  text: string;
}

type Texts = ReturnType<typeof useTranslations<"imports.page.columns">>;
const column = dataColumns<WordedIssue>();

function columnsOf(t: Texts) {
  return [
    column.accessor((issue) => formatNumber(issue.rowNo), {
      id: "row",
      header: t("row"),
      meta: { primary: true },
    }),
    column.accessor("column", { id: "column", header: t("column") }),
    column.accessor("text", { id: "what", header: t("what") }),
  ];
}

interface IssueTableProps {
  issues: WordedIssue[];
  next?: string;
  empty: ReactNode;
}

export function IssueTable({ issues, next, empty }: IssueTableProps) {
  const t = useTranslations("imports.page");
  const words = useTranslations("imports.page.columns");
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      columns={columns}
      rows={issues}
      rowId={(issue) => issue.id}
      caption={t("issues")}
      pages={{ next }}
      empty={empty}
    />
  );
}
