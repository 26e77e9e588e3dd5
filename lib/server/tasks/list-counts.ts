import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { countStatement } from "@/lib/server/core/list-sql";
import { query } from "@/lib/server/core/query";
import { readArea } from "@/lib/server/records/list-area";
import { MOST_COUNTED } from "./list";

interface Cell {
  state: string;
  mainClass: string;
  force: string | null;
  n: number;
}

// Of a commune or hamlet its tasks themselves, by an index that holds all of it.
const OWN_CELLS = `
  select t.state, t.main_class as "mainClass", t.force, count(*)::int as n from task t
  where t.unit_path = $1 and t.state <> 'closed' group by 1, 2, 3`;

// Of a wider area the figures that triggers keep: what is folded, and what isn't yet.
const FIGURES = `
  select state, main_class as "mainClass", null as force, sum(people::int4)::int as n from (
    select state, main_class, people from progress_count
    where unit_path >= $1 and unit_path < $2 and kind = 'task' and state <> 'closed'
    union all
    select state, main_class, people from progress_delta
    where unit_path >= $1 and unit_path < $2 and kind = 'task' and state <> 'closed') cell
  group by 1, 2 having sum(people) <> 0`;

function readCells(sql: Sql, actor: Actor): Promise<Cell[]> {
  if (actor.unitLevel === "commune") return sql<Cell>(OWN_CELLS, [actor.unitPath]);
  const { from, to } = scopeRange(actor.unitPath);
  return sql<Cell>(FIGURES, [from, to]);
}

const MINE = `
  select t.state, t.main_class as "mainClass", count(*)::int as n from task t
  where t.assignee_id = $1 and t.state <> 'closed' group by 1, 2`;

function sumBy<Row extends { n: number }>(rows: Row[], keyOf: (row: Row) => string) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.n);
  return sums;
}

export interface ClassCount {
  mainClass: string;
  n: number;
  mine: number;
}

/** How many open tasks of each class wait for the officer's force: the quick views above the list. */
export const countTasks = query<void, ClassCount[]>("task:read", async ({ sql, actor }) => {
  const force = forceOf(actor);
  const cells = await readCells(sql, actor);
  const byClass = sumBy(
    cells.filter((cell) => !force || cell.force === force),
    (cell) => cell.mainClass,
  );
  const mine = sumBy(await sql<Cell>(MINE, [actor.officerId]), (cell) => cell.mainClass);
  return [...byClass]
    .map(([mainClass, n]) => ({ mainClass, n, mine: mine.get(mainClass) ?? 0 }))
    .sort((a, b) => b.n - a.n || a.mainClass.localeCompare(b.mainClass));
});

export interface StateCount {
  state: string;
  n: number;
  mine: number;
  /** counted up to 1,001 */
  overdue: number;
}

/** Open tasks of the actor's area by state. */
export const countByState = query<void, StateCount[]>("task:read", async ({ sql, actor }) => {
  const states = sumBy(await readCells(sql, actor), (cell) => cell.state);
  const mine = sumBy(await sql<Cell>(MINE, [actor.officerId]), (cell) => cell.state);
  const area = await readArea(sql, actor);
  const counts: StateCount[] = [];
  for (const [state, n] of states) {
    const conditions = [
      { text: "t.state <> 'closed' and t.state = ?", values: [state] },
      { text: "t.due_on < ?::date", values: [dayInVietNam(new Date())] },
    ];
    const late = countStatement({ table: "task", area, conditions }, MOST_COUNTED + 1);
    const [counted] = await sql<{ n: number }>(late.text, late.values);
    counts.push({ state, n, mine: mine.get(state) ?? 0, overdue: counted?.n ?? 0 });
  }
  return counts;
});
