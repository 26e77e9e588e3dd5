import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";

/** Open tasks of a state and class; the force only where the tasks themselves were counted. */
export interface Cell {
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

interface Place {
  path: string;
  level: UnitLevel;
}

/** Open tasks of a place that the actor sees, by state and class. */
export function readCells(sql: Sql, { path, level }: Place): Promise<Cell[]> {
  if (level === "commune") return sql<Cell>(OWN_CELLS, [path]);
  const { from, to } = scopeRange(path);
  return sql<Cell>(FIGURES, [from, to]);
}

export function placeOf(actor: Actor): Place {
  return { path: actor.unitPath, level: actor.unitLevel };
}

const MINE = `
  select t.state, t.main_class as "mainClass", t.force, count(*)::int as n from task t
  where t.assignee_id = $1 and t.state <> 'closed' group by 1, 2, 3`;

/** Open tasks on an officer's own list. */
export function readMine(sql: Sql, actor: Actor): Promise<Cell[]> {
  return sql<Cell>(MINE, [actor.officerId]);
}

export function sumOf(cells: readonly Cell[], wanted: Partial<Omit<Cell, "n">> = {}): number {
  const fits = (cell: Cell) =>
    (!wanted.state || cell.state === wanted.state) &&
    (!wanted.mainClass || cell.mainClass === wanted.mainClass) &&
    (!wanted.force || cell.force === wanted.force);
  return cells.reduce((sum, cell) => sum + (fits(cell) ? cell.n : 0), 0);
}

export function sumsBy(cells: readonly Cell[], key: "state" | "mainClass"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(cell[key], (sums.get(cell[key]) ?? 0) + cell.n);
  return sums;
}
