import type { FigureCell, FigureColumn, FigureRow } from "@/components/data-table/figure-table";
import type { OfficerWork } from "@/lib/domain/tasks/workload";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { NamedUnit, ProvinceLoad } from "@/lib/server/tasks/workload";
import { finishCell } from "./finish-words";

const FIGURES = {
  provinces: ["tasks", "minutes", "overdue", "unassigned"],
  units: [
    "finish",
    "tasks",
    "minutes",
    "ahead",
    "overdue",
    "unassigned",
    "withoutOfficer",
    "stuck",
    "done",
  ],
  officers: ["state", "finish", "tasks", "minutes", "today", "ahead", "overdue", "oldest", "done"],
} as const;
export type LoadKind = keyof typeof FIGURES;

const WORDS: readonly string[] = ["state", "finish", "oldest"];

/** The columns of a kind of page, the unit or officer first. */
export async function loadColumns(kind: LoadKind): Promise<FigureColumn[]> {
  const t = await getTranslator("loads.columns");
  const name = { id: "name", header: t(kind === "officers" ? "officer" : "unit"), primary: true };
  return [name, ...FIGURES[kind].map((id) => ({ id, header: t(id), end: !WORDS.includes(id) }))];
}

async function figures(values: Record<string, number>): Promise<Record<string, FigureCell>> {
  const locale = await getLocale();
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { text: formatNumber(value, 0, locale) }]),
  );
}

export async function provinceRow(one: ProvinceLoad): Promise<FigureRow> {
  const { unitId: id, name, tasks, minutes, overdue, unassigned } = one;
  const cells = await figures({ tasks, minutes, overdue, unassigned });
  return { id, href: `/tasks/loads?unit=${id}`, cells: { name: { text: name }, ...cells } };
}

export async function unitRow(one: NamedUnit): Promise<FigureRow> {
  const { unitId: id, name, tasks, minutes, ahead, overdue, done } = one;
  const { unassigned, withoutOfficer, stuck } = one;
  const cells = await figures({
    ...{ tasks, minutes, ahead, overdue, unassigned, withoutOfficer, stuck, done },
  });
  const finish = await finishCell(one.finish);
  return { id, href: `/tasks/loads?unit=${id}`, cells: { name: { text: name }, ...cells, finish } };
}

async function stateCell(one: OfficerWork): Promise<FigureCell> {
  const t = await getTranslator("loads");
  if (one.absentUntil) {
    return { text: t("absentUntil", { on: formatDate(one.absentUntil) }), tone: "info" };
  }
  if (one.stuck) return { text: t("stuckDays"), tone: "danger" };
  if (one.minutes > one.ahead) return { text: t("over"), tone: "waiting" };
  return { text: t("fine") };
}

/** `href` where the reader may look at the officer's days. */
export async function officerRow(one: OfficerWork, href?: string): Promise<FigureRow> {
  const forces = await getTranslator("loads.force");
  const { officerId: id, tasks, minutes, today, ahead, overdue, done } = one;
  const cells = await figures({ tasks, minutes, today, ahead, overdue, done });
  const name = { text: `${one.fullName} · ${forces(one.role as "health")}` };
  const oldest = { text: one.oldest ? formatDate(one.oldest) : "–" };
  const [state, finish] = [await stateCell(one), await finishCell(one.finish)];
  return { id, href, cells: { name, ...cells, oldest, state, finish } };
}
