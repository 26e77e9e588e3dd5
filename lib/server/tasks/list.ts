import "server-only";
import { z } from "zod";
import { cutPage } from "@/lib/server/core/keyset";
import { query } from "@/lib/server/core/query";
import type { ListSearch } from "@/lib/server/records/search";
import type { TaskFilter } from "./list-filter";
import { readTaskKeys, type TaskKey, taskList } from "./list-page";

export const TaskLine = z.object({
  id: z.uuid(),
  code: z.string(),
  fullName: z.string().nullable(),
  birthYear: z.string().nullable(),
  mainClass: z.string(),
  mainField: z.string().nullable(),
  rule: z.string(),
  hamlet: z.string().nullable(),
  unitName: z.string(),
  state: z.string(),
  assignee: z.string().nullable(),
  holder: z.string().nullable(),
  dueOn: z.iso.date(),
  waitUntil: z.iso.date().nullable(),
  /** since when it is in this state */
  since: z.date(),
  /** came back with a reason that nobody has read yet */
  returned: z.boolean(),
});
export type TaskLine = z.output<typeof TaskLine>;

export const PAGE = 50;

const LINES = `
  select t.id, r.code, r.full_name as "fullName", nullif(t.birth_year, 0)::text as "birthYear",
    t.main_class as "mainClass", t.main_field as "mainField", t.rule, h.name as hamlet,
    u.name as "unitName", t.state, a.full_name as assignee,
    case when t.lease_until > now() then l.full_name end as holder, t.due_on as "dueOn",
    t.wait_until as "waitUntil", t.state_since as since, t.unread_return as returned
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join hamlet h on h.id = t.hamlet_id
  left join officer a on a.id = t.assignee_id left join officer l on l.id = t.lease_by_id
  where t.id = any($1::uuid[])`;

export interface TasksPage {
  tasks: TaskLine[];
  previous: string | null;
  next: string | null;
  search: ListSearch | null;
  /** the row at which the page was to begin is out of reach: this is the first page */
  lost: boolean;
}

/** One page of open tasks by the filter's order, with the keys of the pages beside it. */
export const listTasks = query<TaskFilter, TasksPage>(
  "task:read",
  async ({ sql, actor }, filter) => {
    const list = await taskList(sql, { actor, filter, now: new Date() });
    const { keys, lost } = await readTaskKeys(sql, list, { filter, size: PAGE + 1 });
    const edge = lost ? {} : filter;
    const keyOf = ({ key }: TaskKey) => key;
    const { rows, previous, next } = cutPage(keys, { edge, size: PAGE, keyOf });
    const lines = await sql<TaskLine>(LINES, [rows.map(({ id }) => id)]);
    const byId = new Map(lines.map((line) => [line.id, line]));
    const tasks = rows.flatMap(({ id }) => byId.get(id) ?? []);
    return { tasks, previous, next, search: list.search, lost };
  },
);
