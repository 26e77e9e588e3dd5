import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { query } from "@/lib/server/core/query";

/** The list's address: everything that narrows it lives in the URL, never a name or a number. */
export const TaskFilter = z.object({
  view: z.enum(["mine", "unit", "waiting", "all"]).catch("unit"),
  state: z.string().max(20).optional().catch(undefined),
  mainClass: z.string().max(20).optional().catch(undefined),
  /** keyset: "due date_task id" of the last row seen */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type TaskFilter = z.output<typeof TaskFilter>;

export interface TaskLine {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  mainClass: string;
  mainField: string | null;
  rule: string;
  hamlet: string | null;
  unitName: string;
  state: string;
  assignee: string | null;
  holder: string | null;
  dueOn: string;
  waitUntil: string | null;
}

const PAGE = 50;

const LINES = `
  select t.id, r.code, r.full_name as "fullName", extract(year from r.birth_date)::text as "birthYear",
    t.main_class as "mainClass", t.main_field as "mainField", t.rule, h.name as hamlet,
    u.name as "unitName", t.state, a.full_name as assignee,
    case when t.lease_until > now() then l.full_name end as holder, t.due_on as "dueOn",
    t.wait_until as "waitUntil"
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join hamlet h on h.id = t.hamlet_id
  left join officer a on a.id = t.assignee_id left join officer l on l.id = t.lease_by_id
  where t.state <> 'closed'
    and ($1::text is null or t.force = $1) and ($2::uuid is null or t.assignee_id = $2)
    and ($3::text is null or t.state = $3) and ($4::text is null or t.main_class = $4)
    and ($5::date is null or (t.due_on, t.id) > ($5::date, $6::uuid))
  order by t.due_on, t.id limit ${PAGE + 1}`;

interface ListOf {
  force: string | null;
  assignee: string | null;
}

function narrow(filter: TaskFilter, actor: Parameters<typeof forceOf>[0]): ListOf {
  const force = forceOf(actor);
  if (filter.view === "mine") return { force, assignee: actor.officerId };
  if (filter.view === "unit") return { force, assignee: null };
  return { force: null, assignee: null };
}

/** One page of open tasks, the oldest due first, and the key of the next page. */
export const listTasks = query<TaskFilter, { tasks: TaskLine[]; next: string | null }>(
  "task:read",
  async ({ sql, actor }, filter) => {
    const { force, assignee } = narrow(filter, actor);
    const [due, id] = filter.after?.split("_") ?? [null, null];
    const rows = await sql<TaskLine>(LINES, [
      force,
      assignee,
      filter.state ?? null,
      filter.mainClass ?? null,
      due ?? null,
      id ?? null,
    ]);
    const tasks = rows.slice(0, PAGE);
    const last = tasks.at(-1);
    return { tasks, next: rows.length > PAGE && last ? `${last.dueOn}_${last.id}` : null };
  },
);

const QUICK = `
  select t.main_class as "mainClass", count(*)::int as n,
    count(*) filter (where t.assignee_id = $2)::int as mine
  from task t where t.state <> 'closed' and ($1::text is null or t.force = $1)
  group by 1 order by 2 desc`;

/** How many open tasks of each class wait for the officer's force: the quick views above the list. */
export const countTasks = query("task:read", async ({ sql, actor }) =>
  sql<{ mainClass: string; n: number; mine: number }>(QUICK, [forceOf(actor), actor.officerId]),
);

const BY_STATE = `
  select t.state, count(*)::int as n, count(*) filter (where t.assignee_id = $1)::int as mine,
    count(*) filter (where t.due_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date)::int as overdue
  from task t where t.state <> 'closed' group by 1`;

export interface StateCount {
  state: string;
  n: number;
  mine: number;
  overdue: number;
}

/** Open tasks of the actor's area by state: what the home page says in one sentence. */
export const countByState = query("task:read", async ({ sql, actor }) =>
  sql<StateCount>(BY_STATE, [actor.officerId]),
);
