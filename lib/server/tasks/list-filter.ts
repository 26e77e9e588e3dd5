import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import { OPEN_STATES } from "@/lib/domain/tasks/states";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import type { Condition, Order } from "@/lib/server/core/list-sql";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EDGE = /^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{6}Z)?_)?[0-9a-f-]{36}$/;

export const TASK_SORTS = ["due", "name", "birthYear", "since"] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

const flag = z.literal("1").optional().catch(undefined);
/** As an address has it (yyyy-MM-dd), or as somebody types it. */
const day = z
  .string()
  .transform((text) => (DAY.test(text) ? text : readDay(text)))
  .pipe(z.string().regex(DAY))
  .optional()
  .catch(undefined);
const edge = z.string().regex(EDGE).optional().catch(undefined);

/**
 * The list's address: everything that narrows or orders it, and never a name or a number. What is not
 * understood is left out.
 */
export const TaskFilter = z.object({
  view: z.enum(["mine", "unit", "all"]).optional().catch(undefined),
  state: z.enum(OPEN_STATES).optional().catch(undefined),
  mainClass: z.enum(DIFFERENCE_CLASSES).optional().catch(undefined),
  /** a hamlet's id; `none`: of no hamlet */
  hamlet: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  /** a unit inside the officer's area */
  unit: z.string().max(20).optional().catch(undefined),
  overdue: flag,
  /** came back with a reason that nobody has read yet */
  returned: flag,
  dueFrom: day,
  dueTo: day,
  /** the id of what this officer looks for */
  search: z.uuid().optional().catch(undefined),
  sort: z.enum(TASK_SORTS).optional().catch(undefined),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  /** the row before this page, or the one after it, as the page beside it named them */
  after: edge,
  before: edge,
});
export type TaskFilter = z.output<typeof TaskFilter>;

interface SortColumn {
  column: string;
  type: string;
  /** Whether the value may stand in an address. A name and a year of birth may not: they are looked up. */
  named: boolean;
}

export const SORT_COLUMNS: Record<TaskSort, SortColumn> = {
  due: { column: "due_on", type: "date", named: true },
  name: { column: "name_order", type: "text", named: false },
  birthYear: { column: "birth_year", type: "int2", named: false },
  since: { column: "state_since", type: "timestamptz", named: true },
};

export function orderOf({ sort = "due", direction }: TaskFilter): Order {
  const { column, type } = SORT_COLUMNS[sort];
  return { column, type, descending: direction === "desc" };
}

function whose({ view }: TaskFilter, actor: Actor): Condition[] {
  if (view === "mine") return [{ text: "t.assignee_id = ?", values: [actor.officerId] }];
  const force = view === "all" ? null : forceOf(actor);
  return force ? [{ text: "t.force = ?", values: [force] }] : [];
}

function hamletOf({ hamlet }: TaskFilter): Condition[] {
  if (!hamlet) return [];
  if (hamlet === "none") return [{ text: "t.hamlet_id is null", values: [] }];
  return [{ text: "t.hamlet_id = ?::uuid", values: [hamlet] }];
}

function equal(column: string, value: unknown): Condition[] {
  return value === undefined ? [] : [{ text: `t.${column} = ?`, values: [value] }];
}

function dueWithin({ overdue, dueFrom, dueTo }: TaskFilter, now: Date): Condition[] {
  const conditions: Condition[] = [];
  if (overdue) conditions.push({ text: "t.due_on < ?::date", values: [dayInVietNam(now)] });
  if (dueFrom) conditions.push({ text: "t.due_on >= ?::date", values: [dueFrom] });
  if (dueTo) conditions.push({ text: "t.due_on <= ?::date", values: [dueTo] });
  return conditions;
}

/** What the filter asks of each task; an officer of a force sees their own force's unless they ask for all. */
export function conditionsOf(filter: TaskFilter, actor: Actor, now: Date): Condition[] {
  return [
    { text: "t.state <> 'closed'", values: [] },
    ...whose(filter, actor),
    ...equal("state", filter.state),
    ...equal("main_class", filter.mainClass),
    ...hamletOf(filter),
    ...(filter.returned ? [{ text: "t.unread_return", values: [] }] : []),
    ...dueWithin(filter, now),
  ];
}
