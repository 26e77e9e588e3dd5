"use client";

import type { ReactNode } from "react";
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

function Words({ of }: { of: "row" | "column" | "what" }) {
  return useTranslations("imports.page.columns")(of);
}

const column = dataColumns<WordedIssue>();
const COLUMNS = [
  column.accessor((issue) => formatNumber(issue.rowNo), {
    id: "row",
    header: () => <Words of="row" />,
    meta: { primary: true },
  }),
  column.accessor("column", { id: "column", header: () => <Words of="column" /> }),
  column.accessor("text", { id: "what", header: () => <Words of="what" /> }),
];

interface IssueTableProps {
  issues: WordedIssue[];
  next?: string;
  empty: ReactNode;
}

export function IssueTable({ issues, next, empty }: IssueTableProps) {
  const t = useTranslations("imports.page");
  return (
    <DataTable
      columns={COLUMNS}
      rows={issues}
      rowId={(issue) => issue.id}
      caption={t("issues")}
      pages={{ next }}
      empty={empty}
    />
  );
}
