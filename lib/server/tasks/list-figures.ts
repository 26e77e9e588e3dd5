import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";
import { STATE_OWNER, type TaskState } from "@/lib/domain/tasks/states";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { keptFigures } from "@/lib/server/records/figures";

/** Open tasks of a state and class; the force only where the tasks themselves were counted. */
export interface Cell {
  state: string;
  mainClass: string;
  force: string | null;
  n: number;
}

// Of a hamlet its tasks themselves: figures are kept by commune. Of a commune those that wait: whose work
// they are is not said by their state.
const OWN_CELLS = `
  select t.state, t.main_class as "mainClass", t.force, count(*)::int as n from task t
  where t.unit_path = $1 and t.state <> 'closed' and ($2::text is null or t.state = $2) group by 1, 2, 3`;

// Of an area the figures that triggers keep: what is folded, and what isn't yet.
const FIGURES = keptFigures({
  kind: "task",
  by: ["state", 'main_class as "mainClass"', "null as force"],
  where: "state <> 'closed'",
});

interface Place {
  path: string;
  level: UnitLevel;
  /** the officer sees one hamlet of it */
  hamlet: boolean;
}

const WAITING: TaskState = "waiting";

/** A commune of a quarter of a million open tasks is counted from its figures as quickly as a small one. */
async function readCommune(sql: Sql, path: string): Promise<Cell[]> {
  const { from, to } = scopeRange(path);
  const [kept, waiting] = await Promise.all([
    sql<Cell>(FIGURES, [from, to]),
    sql<Cell>(OWN_CELLS, [path, WAITING]),
  ]);
  const owned = kept
    .filter(({ state }) => state !== WAITING)
    .map((cell) => ({ ...cell, force: STATE_OWNER[cell.state as TaskState] }));
  return [...owned, ...waiting];
}

/** Open tasks of a place that the actor sees, by state and class. */
export function readCells(sql: Sql, { path, level, hamlet }: Place): Promise<Cell[]> {
  if (hamlet) return sql<Cell>(OWN_CELLS, [path, null]);
  if (level === "commune") return readCommune(sql, path);
  const { from, to } = scopeRange(path);
  return sql<Cell>(FIGURES, [from, to]);
}

export function placeOf(actor: Actor): Place {
  return { path: actor.unitPath, level: actor.unitLevel, hamlet: actor.role === "hamlet" };
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
