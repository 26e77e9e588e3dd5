"use client";

import { type ReactNode, useMemo } from "react";
import { StateChip } from "@/components/ui/state-chip";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { DataTable } from "./data-table";
import { dataColumns } from "./table-features";

/** A column as a server component can send it: words, no functions. */
export interface FigureColumn {
  id: string;
  header: string;
  primary?: boolean;
  end?: boolean;
  wideOnly?: boolean;
}

/** What a cell says, written for the reader. */
export interface FigureCell {
  text: string;
  /** drawn as a state */
  tone?: Tone;
  href?: string;
  /** a bar under the words, 0 to 1 */
  share?: number;
}

export interface FigureRow {
  id: string;
  href?: string;
  cells: Record<string, FigureCell>;
}

interface FigureTableProps {
  columns: readonly FigureColumn[];
  rows: FigureRow[];
  caption: string;
  empty: ReactNode;
  /** Rows can be ticked: the form around the table sends them under this name. */
  tick?: string;
  next?: string;
}

const column = dataColumns<FigureRow>();

/** The bar repeats what the words say. */
function Bar({ share }: { share: number }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <span aria-hidden className="mt-1 block h-1.5 w-full min-w-24 bg-line">
      <span className="block h-full bg-action" style={{ width }} />
    </span>
  );
}

function Cell({ cell }: { cell?: FigureCell }) {
  if (!cell) return null;
  const { text, tone, href, share } = cell;
  if (tone) return <StateChip tone={tone}>{text}</StateChip>;
  if (href) {
    return (
      <TextLink href={href} prefetch={false}>
        {text}
      </TextLink>
    );
  }
  if (share === undefined) return text;
  return (
    <span className="block">
      {text}
      <Bar share={share} />
    </span>
  );
}

/** A table of words and figures that the server has written; below 768 px each row is a card. */
export function FigureTable(props: FigureTableProps) {
  const { columns, rows, caption, empty, tick, next } = props;
  const drawn = useMemo(
    () =>
      columns.map(({ id, header, primary, end, wideOnly }) =>
        primary
          ? column.accessor((row) => row.cells[id]?.text ?? "", { id, header, meta: { primary } })
          : column.display({
              id,
              header,
              cell: ({ row }) => <Cell cell={row.original.cells[id]} />,
              meta: { align: end ? ("end" as const) : undefined, wideOnly },
            }),
      ),
    [columns],
  );
  const first = columns.find((one) => one.primary)?.id ?? "";
  return (
    <DataTable
      columns={drawn}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={({ href }) => href}
      caption={caption}
      empty={empty}
      density="compact"
      pages={next ? { next } : undefined}
      selection={
        tick
          ? { name: tick, rowName: (row) => row.cells[first]?.text ?? "", actions: null }
          : undefined
      }
    />
  );
}
