import Link from "next/link";
import type { ReactNode } from "react";
import { ShareBar } from "@/components/charts/share-bar";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

export interface BarRow {
  key: string;
  label: ReactNode;
  people: number;
  /** the list behind the figure */
  href?: string;
  /** something under the label */
  note?: ReactNode;
}

interface BarTableProps {
  /** What the table counts; read aloud, not shown. */
  caption: string;
  /** Header of the first column. */
  column: string;
  rows: readonly BarRow[];
  /** Header of the figures: what is counted. */
  unit: string;
}

/**
 * Figures as a table whose rows carry their own bars, drawn by the server: the picture and its
 * table are one. Bars are measured by the longest, shares by the sum.
 */
export async function BarTable({ caption, column, rows, unit }: BarTableProps) {
  const t = await getTranslator("progress.column");
  const locale = await getLocale();
  const most = Math.max(1, ...rows.map((row) => row.people));
  const sum = rows.reduce((all, row) => all + row.people, 0);
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-quiet">
          <th scope="col" className="py-1.5 pr-3 text-left">
            {column}
          </th>
          <th scope="col" className="px-3 py-1.5 text-right whitespace-nowrap">
            {unit}
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right">
            {t("share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, people, href, note }) => (
          <tr key={key} className="border-b border-line last:border-0">
            <th scope="row" className="w-full py-2 pr-3 text-left font-normal">
              {label}
              {note ? <span className="block text-xs text-quiet">{note}</span> : null}
              <ShareBar share={people / most} />
            </th>
            <td className="px-3 py-2 text-right align-top">
              <Figure href={href}>{formatNumber(people, 0, locale)}</Figure>
            </td>
            <td className="py-2 pl-3 text-right align-top whitespace-nowrap text-quiet">
              {formatPercent(sum === 0 ? 0 : people / sum, 1, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ href, children }: { href?: string; children: string }) {
  if (!href) return children;
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-semibold text-action underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      {children}
    </Link>
  );
}
