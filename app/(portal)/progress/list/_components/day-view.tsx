import { FigureTable } from "@/components/data-table/figure-table";
import type { Params } from "@/components/data-table/href";
import type { TaskState } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type DayFilter, type DayLinesPage, listDayLines } from "@/lib/server/progress/day-lines";
import { eventWriter, periodOf } from "./day-words";
import { reasonWriter } from "./line-words";
import { type ListView, nextHref } from "./list-view";
import { NoLines } from "./no-lines";

async function rowsOf({ lines }: DayLinesPage) {
  const t = await getTranslator("progress.list.days");
  const states = await getTranslator("tasks.state");
  const [reasonOf, whatOf] = [await reasonWriter(), await eventWriter()];
  return lines.map((line) => ({
    id: line.key,
    cells: {
      code: { text: line.recordCode ?? t("elsewhere") },
      unit: { text: line.unitName },
      reason: { text: reasonOf(line) },
      day: { text: formatDate(line.day) },
      what: { text: whatOf(line) },
      now: { text: line.state ? states(line.state as TaskState) : "–" },
    },
  }));
}

async function leadOf({ amount, unlisted, unit }: DayLinesPage, filter: DayFilter) {
  const t = await getTranslator("progress.list.days");
  const period = await periodOf(filter);
  const lead = t("lead", { people: amount, period, unit: unit.name });
  return unlisted > 0 ? `${lead}. ${t("unlisted", { people: unlisted })}` : lead;
}

/** What happened from one day to another: one line for each that the figure counts. */
export async function dayView(params: Params, filter: DayFilter): Promise<ListView> {
  const t = await getTranslator("progress.list");
  const page = await listDayLines(filter);
  return {
    trail: page.trail,
    lead: await leadOf(page, filter),
    table: (
      <ClientMessages namespaces={["common"]}>
        <FigureTable
          caption={t("days.caption")}
          empty={<NoLines unitId={page.unit.id} title={t("days.empty")} />}
          columns={[
            { id: "code", header: t("column.code"), primary: true },
            { id: "unit", header: t("column.unit") },
            { id: "reason", header: t("column.reason") },
            { id: "day", header: t("days.column.day") },
            { id: "what", header: t("days.column.what") },
            { id: "now", header: t("days.column.now") },
          ]}
          rows={await rowsOf(page)}
          next={nextHref(params, page.next)}
        />
      </ClientMessages>
    ),
  };
}
