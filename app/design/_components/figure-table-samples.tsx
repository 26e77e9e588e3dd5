"use client";

import { FigureTable } from "@/components/data-table/figure-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FailureNotice } from "@/components/ui/failure-notice";
import { PrintButton } from "@/components/ui/print-button";
import type { Tone } from "@/components/ui/tone";
import samples from "./samples.json";

const { figureTable: table, states } = samples;

const COLUMNS = [
  { id: "name", header: table.columns.name, primary: true },
  { id: "open", header: table.columns.open, end: true },
  { id: "state", header: table.columns.state },
  { id: "done", header: table.columns.done },
];

const ROWS = table.rows.map(({ name, open, state, tone, done, share }) => ({
  id: name,
  href: "/design",
  cells: {
    name: { text: name },
    open: { text: open, href: "/design" },
    state: { text: state, tone: tone as Tone },
    done: { text: done, share },
  },
}));

/** A table that the server has written, the same with nothing in it, and a page that would not open. */
export function FigureTableSamples() {
  const empty = <EmptyState title={table.empty} />;
  return (
    <Card title={samples.sections.tables} action={<PrintButton label={samples.buttons.print} />}>
      <div className="flex flex-col gap-6">
        <FigureTable columns={COLUMNS} rows={ROWS} caption={table.caption} empty={empty} />
        <FigureTable columns={COLUMNS} rows={[]} caption={table.caption} empty={empty} />
      </div>
      <div className="mt-6 border-t border-line pt-6 [&_h1]:text-lg">
        <FailureNotice
          title={states.failTitle}
          body={states.failBody}
          reference={states.failReference}
          home={states.home}
        >
          <Button>{states.retry}</Button>
        </FailureNotice>
      </div>
    </Card>
  );
}
