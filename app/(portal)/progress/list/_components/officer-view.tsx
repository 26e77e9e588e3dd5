import { FigureTable } from "@/components/data-table/figure-table";
import type { Params } from "@/components/data-table/href";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { TaskState } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { OfficerFilter, OfficerLinesPage } from "@/lib/server/progress/officer-lines";
import { SPEED_DAYS } from "@/lib/server/progress/quality";
import { reasonWriter } from "./line-words";
import { type ListView, nextHref } from "./list-view";
import { NoLines } from "./no-lines";
import { officerLines } from "./officer-read-once";

async function rowsOf({ lines }: OfficerLinesPage) {
  const events = await getTranslator("tasks.event");
  const states = await getTranslator("tasks.state");
  const reasonOf = await reasonWriter();
  return lines.map((line) => ({
    id: line.key,
    cells: {
      code: { text: line.recordCode },
      unit: { text: line.unitName },
      reason: { text: reasonOf(line) },
      day: { text: formatDate(line.at) },
      what: { text: events(line.event as TaskEvent) },
      now: { text: line.state ? states(line.state as TaskState) : "–" },
    },
  }));
}

/** What one officer has done: one line for each step that the figure counts. */
export async function officerView(params: Params, filter: OfficerFilter): Promise<ListView> {
  const t = await getTranslator("progress.list");
  const page = await officerLines(filter);
  return {
    trail: page.trail,
    lead: t("officer.lead", { steps: page.steps, days: SPEED_DAYS, unit: page.unit.name }),
    table: (
      <ClientMessages namespaces={["common"]}>
        <FigureTable
          caption={t("officer.caption")}
          empty={<NoLines unitId={page.unit.id} title={t("officer.empty")} />}
          columns={[
            { id: "code", header: t("column.code"), primary: true },
            { id: "unit", header: t("column.unit") },
            { id: "reason", header: t("column.reason") },
            { id: "day", header: t("officer.column.day") },
            { id: "what", header: t("officer.column.what") },
            { id: "now", header: t("officer.column.now") },
          ]}
          rows={await rowsOf(page)}
          next={nextHref(params, page.next)}
        />
      </ClientMessages>
    ),
  };
}
