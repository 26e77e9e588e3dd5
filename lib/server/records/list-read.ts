import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import {
  alongIndex,
  type Condition,
  countStatement,
  type EdgeRow,
  pageStatement,
  type SqlArea,
} from "@/lib/server/core/list-sql";
import { MOST_COUNTED, type OutcomeCell, readOpenTasks, readOutcomes } from "./figures";
import { MOST_SORTED, readArea, throughProvince } from "./list-area";
import { hasYears, type RecordFilter, recordConditions, recordOrder } from "./list-filter";
import { type ListSearch, runSearch } from "./search";

/** Which records are meant, and how they are come by. */
export interface RecordList {
  /** records with an open task are read along the open tasks, which have an index of their own */
  table: "record" | "task";
  area: SqlArea | null;
  conditions: Condition[];
  /** few enough to be sorted */
  few: boolean;
  /** nothing is read: figures say that there is none, or too few among too many, and no index has them */
  unread: "none" | "sparse" | null;
  search: ListSearch | null;
}

/** The part of the tree of units that figures are kept for: `hamletId` for a team, which sees no more. */
export function placeOf(actor: Actor, area: SqlArea | null) {
  const path = area && area.kind !== "nation" ? area.path : actor.unitPath;
  return { path, hamletId: actor.role === "hamlet" ? actor.hamletId : null };
}

/** A page of a list of one outcome passes over no more rows than these. */
const MOST_PASSED = 20_000;
const PAGE_ROWS = 51;

/** Rows that a page of one outcome reads along the order of all, as the figures of each province have it. */
export function rowsPassed(cells: readonly OutcomeCell[], outcome: string): number {
  const all = new Map<string, number>();
  const wanted = new Map<string, number>();
  for (const { province, outcome: one, n } of cells) {
    all.set(province, (all.get(province) ?? 0) + n);
    if (one === outcome) wanted.set(province, (wanted.get(province) ?? 0) + n);
  }
  let rows = 0;
  for (const [province, n] of wanted) {
    const total = all.get(province) ?? 0;
    rows += Math.min(total, (PAGE_ROWS * total) / Math.max(n, 1));
  }
  return rows;
}

interface Asked {
  actor: Actor;
  filter: RecordFilter;
}

const withProvinces = (area: SqlArea, provinces: readonly string[]): SqlArea =>
  area.kind === "nation" ? { ...area, provinces } : area;

/**
 * Where there are some of an outcome, as figures have it. A commune is small enough for every filter; a wider
 * area is not for what is rare in it.
 */
async function readWhere(
  sql: Sql,
  { actor, filter }: Asked,
  area: SqlArea,
): Promise<Pick<RecordList, "area" | "unread">> {
  const { standing, hamlet } = filter;
  const wide = area.kind !== "commune";
  if (wide && hamlet === "none") return { area, unread: "sparse" };
  if (standing === undefined || standing === "task") return { area, unread: null };
  const wanted = standing === "none" ? "" : standing;
  const cells = await readOutcomes(sql, placeOf(actor, area));
  const provinces = cells.filter(({ outcome }) => outcome === wanted).map((one) => one.province);
  if (provinces.length === 0) return { area, unread: "none" };
  const rare = wide && rowsPassed(cells, wanted) > MOST_PASSED;
  return { area: withProvinces(area, provinces), unread: rare ? "sparse" : null };
}

/** Along the open tasks: a commune's are sorted, unless they are too many. */
async function readTasksWhere(
  sql: Sql,
  { actor, filter }: Asked,
  { area, conditions }: { area: SqlArea; conditions: Condition[] },
): Promise<Pick<RecordList, "area" | "conditions" | "few">> {
  if (area.kind !== "commune") return { area, conditions, few: false };
  const narrow = hasYears(filter) || filter.hamlet;
  const open = narrow ? 0 : await readOpenTasks(sql, placeOf(actor, area));
  if (open <= MOST_SORTED) return { area, conditions, few: true };
  const { area: province, inside } = throughProvince(area.path);
  return { area: province, conditions: [...conditions, inside], few: false };
}

/** The records of a filter in the actor's area. */
export async function recordList(sql: Sql, asked: Asked): Promise<RecordList> {
  const { actor, filter } = asked;
  const table = filter.standing === "task" ? "task" : "record";
  const conditions = recordConditions(filter, actor);
  const common = { table, conditions, unread: null, search: null } as const;
  if (filter.search) {
    const { ids, search } = await runSearch(sql, filter.search, "records");
    const column = table === "task" ? "record_id" : "id";
    conditions.push({ text: `t.${column} = any(?::uuid[])`, values: [ids] });
    const area = filter.unit ? await readArea(sql, actor, filter.unit) : null;
    return { ...common, area, few: true, search };
  }
  const inHamlet = actor.role === "hamlet" || (filter.hamlet && filter.hamlet !== "none");
  // A hamlet has an index of its own in the order of a register, and few otherwise.
  if (inHamlet && table === "record") {
    return { ...common, area: null, few: recordOrder(filter, table).column !== "name_order" };
  }
  const area = await readArea(sql, actor, filter.unit);
  if (table === "task")
    return { ...common, ...(await readTasksWhere(sql, asked, { area, conditions })) };
  return { ...common, few: false, ...(await readWhere(sql, asked, area)) };
}

const EDGE = {
  record: `select name_order, birth_year, id from record where id = $1`,
  // Its task may be closed meanwhile: its place in the list is where it was.
  task: `select r.name_order, r.birth_year, t.id from record r join lateral (
    select x.id from task x where x.record_id = r.id order by x.state = 'closed', x.created_at desc limit 1) t on true
    where r.id = $1`,
};

type EdgeValues = Record<string, unknown> & { id: string };

interface Beginning {
  edge: EdgeRow | null;
  /** the row that the page began at is out of reach now: the list begins anew */
  lost: boolean;
}

/** The row that a page begins at: what it is sorted by is looked up, so that it stands in no address. */
async function beginningOf(
  sql: Sql,
  table: RecordList["table"],
  filter: RecordFilter,
): Promise<Beginning> {
  const named = filter.before ?? filter.after;
  if (!named) return { edge: null, lost: false };
  const [row] = await sql<EdgeValues>(EDGE[table], [named]);
  if (!row) return { edge: null, lost: true };
  const { column, second } = recordOrder(filter, table);
  const backwards = filter.before !== undefined;
  const edge = { value: row[column], second: second && row[second.column], id: row.id, backwards };
  return { edge, lost: false };
}

/** Ids of the records of a page, read away from the page's edge. */
export async function readRecordIds(
  sql: Sql,
  { table, area, conditions, few, unread }: RecordList,
  { filter, size }: { filter: RecordFilter; size: number },
): Promise<{ ids: string[]; lost: boolean }> {
  if (unread) return { ids: [], lost: false };
  const { edge, lost } = await beginningOf(sql, table, filter);
  const order = recordOrder(filter, table);
  const columns = `${table === "task" ? "t.record_id" : "t.id"} as record`;
  const page = pageStatement({ table, area, conditions, order, edge, columns, size });
  const read = () => sql<{ record: string }>(page.text, page.values);
  const rows = few ? await read() : await alongIndex(sql, read);
  return { ids: rows.map(({ record }) => record), lost };
}

/** How many records a list has, counted up to 1,001. */
export async function countRecordList(sql: Sql, list: RecordList): Promise<number> {
  const { text, values } = countStatement(list, MOST_COUNTED + 1);
  const read = () => sql<{ n: number }>(text, values);
  return (list.few ? await read() : await alongIndex(sql, read))[0]?.n ?? 0;
}
