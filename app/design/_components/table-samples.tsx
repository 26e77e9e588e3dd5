"use client";

import { DataTable } from "@/components/data-table/data-table";
import { sortHrefs } from "@/components/data-table/href";
import { dataColumns } from "@/components/data-table/table-features";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import { ignore } from "../actions";
import samples from "./samples.json";

const { table } = samples;

type SampleRow = (typeof table.rows)[number];

const column = dataColumns<SampleRow>();
const columns = column.columns([
  column.accessor("name", { header: table.columns.name, meta: { primary: true, sortKey: "name" } }),
  column.accessor("year", { header: table.columns.year, meta: { align: "end" } }),
  column.accessor("reason", { header: table.columns.reason }),
  column.accessor("hamlet", { header: table.columns.hamlet, meta: { sortKey: "hamlet" } }),
  column.accessor("state", {
    header: table.columns.state,
    cell: ({ row }) => <StateChip tone={row.original.tone as Tone}>{row.original.state}</StateChip>,
  }),
  column.accessor("due", { header: table.columns.due, meta: { align: "end", sortKey: "due" } }),
]);

const sort = { key: "name", direction: "asc" } as const;
const hrefs = sortHrefs({ pathname: "/design", params: {}, sort }, ["name", "hamlet", "due"]);

export function TableSamples() {
  return (
    <Card title={samples.sections.table}>
      <form action={ignore}>
        <DataTable
          columns={columns}
          rows={table.rows}
          rowId={({ id }) => id}
          rowHref={({ id }) => `/design?row=${id}`}
          caption={table.caption}
          empty={null}
          sort={{ ...sort, hrefs }}
          pages={{ previous: "/design?before=a", next: "/design?after=c", summary: table.summary }}
          selection={{
            name: "selected",
            rowName: ({ name }) => name,
            actions: (
              <Button size="sm" variant="primary" type="submit">
                {table.bulk}
              </Button>
            ),
          }}
        />
      </form>
    </Card>
  );
}
