import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { Sql } from "@/lib/server/core/db";
import {
  alongIndex,
  type Condition,
  countStatement,
  type EdgeRow,
  type ListStatement,
  pageStatement,
  type SqlArea,
} from "@/lib/server/core/list-sql";
import { MOST_COUNTED } from "@/lib/server/records/figures";
import { MOST_SORTED, readArea, throughProvince } from "@/lib/server/records/list-area";
import { type ListSearch, runSearch } from "@/lib/server/records/search";
import { placeOf, readCells, sumOf } from "./list-figures";
import { conditionsOf, orderOf, SORT_COLUMNS, type TaskFilter } from "./list-filter";

/** A class or state of so few is read whole and sorted; of more, the list's index is followed. */
const FEW = 5000;

/** Which tasks are meant, and how they are come by. */
export interface TaskList {
  area: SqlArea | null;
  conditions: Condition[];
  /** few enough to be sorted */
  few: boolean;
  search: ListSearch | null;
}

/** Whether there are so few of a state or class that reading and sorting them is less than looking for them. */
async function isRare(sql: Sql, actor: Actor, filter: TaskFilter): Promise<boolean> {
  const { state, mainClass, sort = "due" } = filter;
  // One of them in the usual order has an index of its own.
  if ((!state && !mainClass) || (sort === "due" && !(state && mainClass))) return false;
  return sumOf(await readCells(sql, placeOf(actor)), { state, mainClass }) <= FEW;
}

const isNarrow = ({ hamlet, returned, overdue, dueFrom, dueTo }: TaskFilter) =>
  Boolean(hamlet ?? returned ?? overdue ?? dueFrom ?? dueTo);

/** So many that they are not sorted: their figures say so before any of them is read. */
async function areMany(sql: Sql, actor: Actor, { filter, path }: InCommune): Promise<boolean> {
  if (isNarrow(filter) || actor.role === "hamlet") return false;
  const cells = await readCells(sql, { path, level: "commune", hamlet: false });
  const { state, mainClass, view } = filter;
  const force = view === "all" ? null : forceOf(actor);
  return sumOf(cells, { state, mainClass, force }) > MOST_SORTED;
}

interface InCommune {
  filter: TaskFilter;
  path: string;
}

/** The tasks of a filter in the actor's area. */
export async function taskList(
  sql: Sql,
  { actor, filter, now }: { actor: Actor; filter: TaskFilter; now: Date },
): Promise<TaskList> {
  const conditions = conditionsOf(filter, actor, now);
  if (filter.search) {
    const { ids, search } = await runSearch(sql, filter.search, "tasks");
    conditions.push({ text: "t.id = any(?::uuid[])", values: [ids] });
    const area = filter.unit ? await readArea(sql, actor, filter.unit) : null;
    return { area, conditions, few: true, search };
  }
  if (filter.view === "mine") return { area: null, conditions, few: true, search: null };
  const area = await readArea(sql, actor, filter.unit);
  if (area.kind === "commune" && (filter.sort ?? "due") !== "due") {
    const { path } = area;
    if (!(await areMany(sql, actor, { filter, path }))) {
      return { area, conditions, few: true, search: null };
    }
    const { area: province, inside } = throughProvince(path);
    return { area: province, conditions: [...conditions, inside], few: false, search: null };
  }
  const few = Boolean(filter.hamlet ?? filter.returned) || (await isRare(sql, actor, filter));
  return { area, conditions, few, search: null };
}

interface Beginning {
  edge: EdgeRow | null;
  /** the row that the page began at is out of reach now: the list begins anew */
  lost: boolean;
}

const IsId = z.uuid();

/** The row that a page begins at, with the value that the list is sorted by. */
async function beginningOf(sql: Sql, filter: TaskFilter): Promise<Beginning> {
  const named = filter.before ?? filter.after;
  if (!named) return { edge: null, lost: false };
  const parts = named.split("_");
  const id = parts.at(-1) ?? "";
  const backwards = filter.before !== undefined;
  const column = SORT_COLUMNS[filter.sort ?? "due"];
  if (column.named && parts.length === 2) {
    return { edge: { value: parts[0], id, backwards }, lost: false };
  }
  if (!IsId.safeParse(id).success) return { edge: null, lost: true };
  const [row] = await sql<{ value: unknown }>(
    `select t.${column.column} as value from task t where t.id = $1`,
    [id],
  );
  return row
    ? { edge: { value: row.value, id, backwards }, lost: false }
    : { edge: null, lost: true };
}

export interface TaskKey {
  id: string;
  /** the row's place: the edge of a neighbouring page */
  key: string;
}

// A name and a year of birth stay out of addresses: such a row is named by its id alone.
const KEYS: Record<string, string> = {
  due_on: "t.due_on::text || '_' || t.id as key",
  state_since: `to_char(t.state_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || t.id as key`,
};

/** Ids of a page of tasks, read away from the page's edge. */
export async function readTaskKeys(
  sql: Sql,
  { area, conditions, few }: TaskList,
  { filter, size }: { filter: TaskFilter; size: number },
): Promise<{ keys: TaskKey[]; lost: boolean }> {
  const { edge, lost } = await beginningOf(sql, filter);
  const order = orderOf(filter);
  const columns = KEYS[order.column] ?? "t.id::text as key";
  const list: ListStatement = { table: "task", area, conditions, order, edge, columns, size };
  const { text, values } = pageStatement(list);
  const read = () => sql<TaskKey>(text, values);
  return { keys: few ? await read() : await alongIndex(sql, read), lost };
}

/** How many tasks a list has, counted up to 1,001. */
export async function countTaskList(
  sql: Sql,
  { area, conditions, few }: TaskList,
): Promise<number> {
  const { text, values } = countStatement({ table: "task", area, conditions }, MOST_COUNTED + 1);
  const read = () => sql<{ n: number }>(text, values);
  return (few ? await read() : await alongIndex(sql, read))[0]?.n ?? 0;
}
