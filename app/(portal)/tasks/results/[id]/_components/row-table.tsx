"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TONE_ICONS, TONE_TEXT } from "@/components/ui/tone";
import { writeRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { formatNumber } from "@/lib/i18n/format";
import type { WordedRow } from "./row-words";

type Texts = ReturnType<typeof useTranslations<"contact.sheet.columns">>;
const column = dataColumns<WordedRow>();

function Says({ row }: { row: WordedRow }) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <Icon name={TONE_ICONS[row.tone]} size={16} className={`mt-1 ${TONE_TEXT[row.tone]}`} />
      <span>{row.says}</span>
    </span>
  );
}

function Code({ code }: { code: string }) {
  return <span className="whitespace-nowrap">{code ? writeRowCode(code) : "–"}</span>;
}

function columnsOf(t: Texts) {
  return [
    column.accessor((row) => formatNumber(row.rowNo), {
      id: "row",
      header: t("row"),
      meta: { primary: true },
    }),
    column.display({
      id: "code",
      header: t("code"),
      cell: ({ row }) => <Code code={row.original.code} />,
    }),
    column.accessor("name", { id: "name", header: t("name") }),
    column.accessor("kind", { id: "kind", header: t("kind") }),
    column.display({
      id: "says",
      header: t("says"),
      cell: ({ row }) => <Says row={row.original} />,
    }),
  ];
}

export function RowTable({ rows }: { rows: WordedRow[] }) {
  const t = useTranslations("contact.sheet");
  const words = useTranslations("contact.sheet.columns");
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.rowNo)}
      caption={t("caption")}
      empty={<EmptyState icon="file" title={t("nothing")} />}
    />
  );
}
