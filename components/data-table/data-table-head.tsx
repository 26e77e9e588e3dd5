"use client";

import { FlexRender, type Header, type ReactTable } from "@tanstack/react-table";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { Sort } from "./href";
import type { DataTableFeatures } from "./table-features";

type SortLinks = Sort & { hrefs: Record<string, string> };

interface DataTableHeadProps<Row extends object> {
  table: ReactTable<DataTableFeatures, Row>;
  sort?: SortLinks;
  selectable: boolean;
}

/** Column headers; gone on a phone, where every value carries its own label. */
export function DataTableHead<Row extends object>(props: DataTableHeadProps<Row>) {
  const { table, sort, selectable } = props;
  return (
    <thead className="max-md:hidden">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} className="border-b border-line">
          {selectable ? <SelectAllCell table={table} /> : null}
          {group.headers.map((header) => (
            <HeadCell key={header.id} header={header} sort={sort} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

function SelectAllCell<Row extends object>({ table }: Pick<DataTableHeadProps<Row>, "table">) {
  const t = useTranslations("common.table");
  return (
    <th scope="col" className="w-10 px-2 text-center">
      <input
        type="checkbox"
        aria-label={t("selectAll")}
        className="size-5 align-middle accent-action"
        checked={table.getIsAllRowsSelected()}
        ref={(box) => {
          if (box) box.indeterminate = table.getIsSomeRowsSelected();
        }}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    </th>
  );
}

interface HeadCellProps<Row extends object> {
  header: Header<DataTableFeatures, Row>;
  sort?: SortLinks;
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

function HeadCell<Row extends object>({ header, sort }: HeadCellProps<Row>) {
  const look = header.column.columnDef.meta ?? {};
  const sorted = sort && sort.key === look.sortKey ? sort.direction : undefined;
  return (
    <th
      scope="col"
      aria-sort={sorted && ARIA_SORT[sorted]}
      className={classNames(
        "px-3 py-2 align-bottom whitespace-nowrap text-quiet group-data-[density=compact]/table:whitespace-normal",
        look.align === "end" ? "text-right" : "text-left",
      )}
    >
      <SortLink href={look.sortKey && sort?.hrefs[look.sortKey]} sorted={sorted}>
        <FlexRender header={header} />
      </SortLink>
    </th>
  );
}

interface SortLinkProps {
  href?: string;
  sorted?: Sort["direction"];
  children: ReactNode;
}

/** The title of a column; a link where the server can sort by it. */
function SortLink({ href, sorted, children }: SortLinkProps) {
  if (!href) return children;
  const tone = sorted ? "text-ink" : undefined;
  return (
    <Link
      href={href}
      className={classNames("inline-flex items-center gap-1 hover:text-action", tone)}
    >
      {children}
      {sorted ? <Icon name={sorted === "asc" ? "up" : "down"} size={16} /> : null}
    </Link>
  );
}
