import "server-only";
import type { Sql } from "./db";

/** A condition with "?" for each of its values. */
export interface Condition {
  text: string;
  values: unknown[];
}

/** Where a list begins to read, in the form in which an index begins: see `ListArea`. */
export type SqlArea =
  | { kind: "commune"; path: string }
  | { kind: "province"; path: string }
  | { kind: "nation"; provinces: readonly string[] };

export interface Order {
  /** The column that an index of the table holds after its area; `t` is the table. */
  column: string;
  /** The type of the column. */
  type: string;
  /** The column that the index holds next, before the id, where there is one. */
  second?: { column: string; type: string };
  descending: boolean;
}

/** Away from the row whose columns and id are given: after it, or backwards before it. */
export interface EdgeRow {
  value: unknown;
  /** of the order's second column */
  second?: unknown;
  id: string;
  backwards: boolean;
}

export interface ListStatement {
  table: "task" | "record";
  /** Null: the rows are told by the conditions alone. */
  area: SqlArea | null;
  conditions: readonly Condition[];
  order: Order;
  edge: EdgeRow | null;
  /** Columns of `t` beside its id. */
  columns: string;
  size: number;
}

/** Numbers the question marks of all parts through. */
class Values {
  readonly list: unknown[] = [];
  write({ text, values }: Condition): string {
    let at = 0;
    return text.replace(/\?/g, () => {
      this.list.push(values[at]);
      at += 1;
      return `$${this.list.length}`;
    });
  }
}

function areaCondition(area: SqlArea | null): Condition[] {
  if (area === null || area.kind === "nation") return [];
  const column = area.kind === "commune" ? "unit_path" : "province";
  return [{ text: `t.${column} = ?`, values: [area.path] }];
}

function edgeCondition({ order, edge }: ListStatement): Condition[] {
  if (!edge) return [];
  const sign = order.descending === edge.backwards ? ">" : "<";
  const named = order.second ? [`t.${order.second.column}`, `?::${order.second.type}`] : null;
  const columns = [`t.${order.column}`, named?.[0], "t.id"].filter(Boolean).join(", ");
  const marks = [`?::${order.type}`, named?.[1], "?::uuid"].filter(Boolean).join(", ");
  const values = named ? [edge.value, edge.second, edge.id] : [edge.value, edge.id];
  return [{ text: `(${columns}) ${sign} (${marks})`, values }];
}

/** What rows are sorted by, as it is selected and as it is ordered inside and outside of a province. */
function sortedBy({ column, second }: Order, direction: "asc" | "desc") {
  const next = second ? `, t.${second.column}` : "";
  return {
    selected: `t.${column} as ordered${next}${second ? " as then_ordered" : ""}`,
    inside: `t.${column} ${direction}${second ? `${next} ${direction}` : ""}, t.id ${direction}`,
    outside: `x.ordered ${direction}${second ? `, x.then_ordered ${direction}` : ""}, x.id ${direction}`,
  };
}

/**
 * One page of a list: rows on from the edge, in the order of an index from the area on. For the whole
 * country each province gives its first ones, and the first of those are the page.
 */
export function pageStatement(list: ListStatement): { text: string; values: unknown[] } {
  const { order, edge, area, table } = list;
  const direction = order.descending === (edge?.backwards ?? false) ? "asc" : "desc";
  const values = new Values();
  const isNation = area?.kind === "nation";
  const from = isNation
    ? values.write({ text: "unnest(?::text[])", values: [area.provinces] })
    : "";
  const conditions = [...areaCondition(area), ...list.conditions, ...edgeCondition(list)];
  const where = [
    ...(isNation ? ["t.province = p.path"] : []),
    ...conditions.map((one) => values.write(one)),
  ];
  const { selected, inside, outside } = sortedBy(order, direction);
  const rows = `select t.id, ${selected}, ${list.columns} from ${table} t
    where ${where.join(" and ") || "true"}
    order by ${inside} limit ${list.size}`;
  const text = isNation
    ? `select x.* from ${from} as p(path) cross join lateral (${rows}) x
       order by ${outside} limit ${list.size}`
    : rows;
  return { text, values: values.list };
}

/** How many rows there are, but no more than `most`. */
export function countStatement(
  list: Pick<ListStatement, "table" | "area" | "conditions">,
  most: number,
): { text: string; values: unknown[] } {
  const values = new Values();
  const { area, table } = list;
  const provinces: Condition[] =
    area?.kind === "nation"
      ? [{ text: "t.province = any(?::text[])", values: [area.provinces] }]
      : [];
  const where = [...areaCondition(area), ...provinces, ...list.conditions].map((one) =>
    values.write(one),
  );
  const text = `select count(*)::int as n from (
    select 1 from ${table} t where ${where.join(" and ") || "true"} limit ${most}) counted`;
  return { text, values: values.list };
}

const ALONG = ["enable_sort", "enable_bitmapscan", "enable_seqscan"];
const MERGED = [...ALONG, "enable_nestloop", "enable_hashjoin"];

const put = (names: readonly string[], value: "on" | "off") =>
  `select ${names.map((name) => `set_config('${name}', '${value}', true)`).join(", ")}`;

/** One statement for which the planner is offered less; what follows is planned as always. */
async function without<T>(sql: Sql, names: readonly string[], run: () => Promise<T>): Promise<T> {
  const off = sql(put(names, "off"));
  const done = run();
  const on = sql(put(names, "on"));
  await Promise.all([off, done, on]);
  return done;
}

/**
 * Runs a statement along its index. The planner takes row scope for a condition that leaves next to
 * nothing, and would rather read and sort a whole province than follow the index that has the order.
 */
export function alongIndex<T>(sql: Sql, run: () => Promise<T>): Promise<T> {
  return without(sql, ALONG, run);
}

/** Runs a statement that joins lists of the same order by reading them side by side. */
export function sideBySide<T>(sql: Sql, run: () => Promise<T>): Promise<T> {
  return without(sql, MERGED, run);
}
