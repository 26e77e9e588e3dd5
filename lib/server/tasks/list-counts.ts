import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import type { Sql } from "@/lib/server/core/db";
import { alongIndex, countStatement } from "@/lib/server/core/list-sql";
import { type QueryContext, query } from "@/lib/server/core/query";
import { MOST_COUNTED } from "@/lib/server/records/figures";
import { readArea } from "@/lib/server/records/list-area";
import { type Cell, placeOf, readCells, readMine, sumOf, sumsBy } from "./list-figures";
import type { TaskFilter } from "./list-filter";
import { countTaskList, taskList } from "./list-page";

export interface ClassCount {
  mainClass: string;
  n: number;
  mine: number;
}

/** The most frequent first. */
function byClass(cells: readonly Cell[], mine: readonly Cell[]): ClassCount[] {
  const own = sumsBy(mine, "mainClass");
  return [...sumsBy(cells, "mainClass")]
    .map(([mainClass, n]) => ({ mainClass, n, mine: own.get(mainClass) ?? 0 }))
    .sort((a, b) => b.n - a.n || a.mainClass.localeCompare(b.mainClass));
}

/** Of a force its own tasks; of whoever looks after an area all of them. */
function ofForce(cells: Cell[], actor: Actor): Cell[] {
  const force = forceOf(actor);
  return force ? cells.filter((cell) => cell.force === force) : cells;
}

/** How many open tasks of each class wait for the officer's force: the quick views above the list. */
export const countTasks = query<void, ClassCount[]>("task:read", async ({ sql, actor }) => {
  const cells = await readCells(sql, placeOf(actor));
  return byClass(ofForce(cells, actor), await readMine(sql, actor));
});

export interface StateCount {
  state: string;
  n: number;
  mine: number;
  /** counted up to 1,001 */
  overdue: number;
}

async function countLate(sql: Sql, actor: Actor, state: string): Promise<number> {
  const area = await readArea(sql, actor);
  const conditions = [
    { text: "t.state <> 'closed' and t.state = ?", values: [state] },
    { text: "t.due_on < ?::date", values: [dayInVietNam(new Date())] },
  ];
  const late = countStatement({ table: "task", area, conditions }, MOST_COUNTED + 1);
  const [counted] = await alongIndex(sql, () => sql<{ n: number }>(late.text, late.values));
  return counted?.n ?? 0;
}

/** Open tasks of the actor's area by state. */
export const countByState = query<void, StateCount[]>("task:read", async ({ sql, actor }) => {
  const states = sumsBy(await readCells(sql, placeOf(actor)), "state");
  const mine = sumsBy(await readMine(sql, actor), "state");
  const counts: StateCount[] = [];
  for (const [state, n] of states) {
    const overdue = await countLate(sql, actor, state);
    counts.push({ state, n, mine: mine.get(state) ?? 0, overdue });
  }
  return counts;
});

export interface ListCounts {
  /** of the officer's force, or of the area */
  total: number;
  mine: number;
  waiting: number;
  classes: ClassCount[];
  /** of everybody in the area, whosever work it is */
  everybody: number;
  /** counted up to 1,001 */
  overdue: number;
  returned: number;
  /** what the present filter finds: exact where figures are kept, else counted up to 1,001 */
  listed: number;
  exact: boolean;
}

/** Whether a filter asks for nothing but what figures are kept of. */
function isPlain(filter: TaskFilter): boolean {
  const { hamlet, unit, overdue, returned, dueFrom, dueTo, search } = filter;
  return !(hamlet || unit || overdue || returned || dueFrom || dueTo || search);
}

interface Cells {
  all: Cell[];
  mine: Cell[];
}

async function countListed({ sql, actor }: QueryContext, filter: TaskFilter, { all, mine }: Cells) {
  if (isPlain(filter)) {
    const cells = filter.view === "mine" ? mine : filter.view === "all" ? all : ofForce(all, actor);
    return { listed: sumOf(cells, filter), exact: true };
  }
  const listed = await countTaskList(sql, await taskList(sql, { actor, filter, now: new Date() }));
  return { listed, exact: listed <= MOST_COUNTED };
}

/** Every figure above and below the list. */
export const getListCounts = query<TaskFilter, ListCounts>("task:read", async (ctx, filter) => {
  const { sql, actor } = ctx;
  const now = new Date();
  const all = await readCells(sql, placeOf(actor));
  const mine = await readMine(sql, actor);
  const own = ofForce(all, actor);
  const count = async (one: TaskFilter) =>
    countTaskList(sql, await taskList(sql, { actor, filter: one, now }));
  return {
    total: sumOf(own),
    mine: sumOf(mine),
    waiting: sumOf(mine, { state: "waiting" }),
    classes: byClass(own, mine),
    everybody: sumOf(all),
    overdue: await count({ overdue: "1" }),
    returned: await count({ returned: "1" }),
    ...(await countListed(ctx, filter, { all, mine })),
  };
});
