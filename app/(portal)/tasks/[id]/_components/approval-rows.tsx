"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { differenceOf } from "@/components/compare/difference";
import { MarkedText } from "@/components/compare/marked-text";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";

/** One field as it was, as it is now, and as the registry has it; in the reader's words. */
export interface ShownRow {
  field: string;
  label: string;
  before: string | null;
  after: string | null;
  changed: boolean;
  registry: string | null;
  withheld: boolean;
  source: string;
}

type Texts = ReturnType<typeof useTranslations<"approval.view">>;
const column = dataColumns<ShownRow>();

function Changed({ row, side }: { row: ShownRow; side: "before" | "after" }) {
  // Which class of difference it is says how the engine rates it: the letters say enough.
  const marked = differenceOf(row.before, row.after, row.changed ? "typo" : "same");
  return <MarkedText parts={side === "before" ? marked.record : marked.registry} />;
}

function columnsOf(t: Texts, side: "registry" | "confirmed") {
  return [
    column.accessor("label", { id: "field", header: t("columns.field"), meta: { primary: true } }),
    column.display({
      id: "before",
      header: t("columns.before"),
      cell: ({ row }) => <Changed row={row.original} side="before" />,
    }),
    column.display({
      id: "after",
      header: t("columns.after"),
      cell: ({ row: { original } }) =>
        original.changed ? (
          <strong>
            <Changed row={original} side="after" />
          </strong>
        ) : (
          <span className="text-quiet">{t("same")}</span>
        ),
    }),
    column.accessor((row) => (row.withheld ? t("hidden") : (row.registry ?? "–")), {
      id: "registry",
      header: t(`columns.${side}`),
    }),
    column.accessor((row) => row.source || "–", { id: "source", header: t("columns.source") }),
  ];
}

interface ApprovalRowsProps {
  rows: ShownRow[];
  /** whose values stand on the other side */
  side: "registry" | "confirmed";
  showSide: boolean;
}

/** The record before and after its correction, field by field. */
export function ApprovalRows({ rows, side, showSide }: ApprovalRowsProps) {
  const t = useTranslations("approval.view");
  const columns = useMemo(() => columnsOf(t, side), [t, side]);
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(row) => row.field}
      caption={t("caption")}
      hidden={showSide ? [] : ["registry"]}
      empty={null}
    />
  );
}
