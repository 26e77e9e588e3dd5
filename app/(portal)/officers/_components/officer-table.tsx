"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "@/components/data-table/data-table";
import { dataColumns } from "@/components/data-table/table-features";
import type { Role } from "@/lib/domain/access/roles";
import { OfficerState } from "./officer-state";

/** A line of the list, as the server's query gives it. */
interface OfficerLine {
  id: string;
  username: string;
  fullName: string;
  role: Role;
  unitName: string;
  hamletName: string | null;
  disabled: boolean;
  /** how they did in the practice; "" for a role that has none */
  practice: string;
}

interface OfficerTableProps {
  officers: OfficerLine[];
  /** name of the column about the practice */
  practiceColumn: string;
  previous?: string;
  next?: string;
  empty: ReactNode;
}

const column = dataColumns<OfficerLine>();

function useColumns(practiceColumn: string) {
  const t = useTranslations("officers");
  const roles = useTranslations("access.role");
  return useMemo(
    () => [
      column.accessor("fullName", { header: t("columns.fullName"), meta: { primary: true } }),
      column.accessor("username", { header: t("columns.username") }),
      column.accessor((officer) => roles(officer.role), { id: "role", header: t("columns.role") }),
      column.accessor(
        ({ hamletName, unitName }) =>
          hamletName ? t("hamletOf", { hamlet: hamletName, unit: unitName }) : unitName,
        { id: "unit", header: t("columns.unit") },
      ),
      column.accessor("practice", { header: practiceColumn }),
      column.display({
        id: "state",
        header: t("columns.state"),
        cell: ({ row }) => <OfficerState disabled={row.original.disabled} />,
      }),
    ],
    [t, roles, practiceColumn],
  );
}

/** The officers; each row opens its account. */
export function OfficerTable(props: OfficerTableProps) {
  const { officers, practiceColumn, previous, next, empty } = props;
  const t = useTranslations("officers");
  return (
    <DataTable
      columns={useColumns(practiceColumn)}
      rows={officers}
      rowId={(officer) => officer.id}
      rowHref={(officer) => `/officers/${officer.id}`}
      caption={t("caption")}
      pages={{ previous, next }}
      empty={empty}
    />
  );
}
