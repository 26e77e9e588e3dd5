import "server-only";
import { z } from "zod";
import { type Actor, canAssign, forceOf } from "@/lib/domain/access/actor";
import { FORCES } from "@/lib/domain/access/roles";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { dayOf } from "@/lib/domain/tasks/capacity";
import { MOST_AT_ONCE } from "@/lib/domain/tasks/redistribution";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { ON_A_LIST } from "./assignments";
import { officeOf, readLoads } from "./loads";
import { readWorkers } from "./workers";

/** Which tasks: every part narrows them; what is not understood is left out. */
export const AssignFilter = z.object({
  unit: z.string().max(20).optional().catch(undefined),
  force: z.enum(FORCES).optional().catch(undefined),
  mainClass: z.enum(DIFFERENCE_CLASSES).optional().catch(undefined),
  /** on whose list; `none`: on nobody's */
  officer: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  overdue: z.literal("1").optional().catch(undefined),
});
export type AssignFilter = z.output<typeof AssignFilter>;

/** Whoever may not say whose work a task is, is refused; an approver reaches their own force alone. */
export function forceToAssign(actor: Actor): string | null {
  if (!canAssign(actor)) throw new AppError("FORBIDDEN");
  return forceOf(actor);
}

const WHERE = `
  from task t where t.state <> 'closed' and t.state = any($1)
    and ($2::text is null or t.force = $2) and ($3::text is null or t.force = $3)
    and ($4::text is null or t.unit_id = $4) and ($5::text is null or t.main_class = $5)
    and ($6::uuid is null or t.assignee_id = $6) and (not $7 or t.assignee_id is null)
    and ($8::date is null or t.due_on < $8) and ($9::uuid[] is null or t.id = any($9))`;

export interface AssignableRow {
  id: string;
  unit_id: string;
  hamlet_id: string | null;
  force: string;
  main_class: string;
  version: number;
  assignee_id: string | null;
}

const ROWS = `
  select t.id, t.unit_id, t.hamlet_id, t.force, t.main_class, t.version, t.assignee_id ${WHERE}
  order by t.due_on, t.id limit ${MOST_AT_ONCE + 1}`;

interface Wanted {
  filter: AssignFilter;
  actor: Actor;
  now: Date;
  taskIds: string[] | null;
}

function valuesOf({ filter, actor, now, taskIds }: Wanted): unknown[] {
  const { officer } = filter;
  return [
    ON_A_LIST,
    forceToAssign(actor),
    filter.force ?? null,
    filter.unit ?? null,
    filter.mainClass ?? null,
    officer && officer !== "none" ? officer : null,
    officer === "none",
    filter.overdue ? dayOf(now) : null,
    taskIds,
  ];
}

/** Tasks that may change hands, the first due first; one more than may be moved at once. */
export function readAssignable(sql: Sql, wanted: Wanted): Promise<AssignableRow[]> {
  return sql<AssignableRow>(ROWS, valuesOf(wanted));
}

export interface AssignableLine {
  id: string;
  code: string;
  force: string;
  mainClass: string;
  mainField: string | null;
  unitName: string;
  assignee: string | null;
  holder: string | null;
  dueOn: string;
}

/** Tasks that can be ticked one by one. */
const TO_TICK = 100;

const LINES = `
  select t.id, r.code, t.force, t.main_class as "mainClass", t.main_field as "mainField",
    u.name as "unitName", a.full_name as assignee,
    case when t.lease_until > now() then l.full_name end as holder, t.due_on as "dueOn"
  from (select t.* ${WHERE} order by t.due_on, t.id limit ${TO_TICK}) t
  join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join officer a on a.id = t.assignee_id left join officer l on l.id = t.lease_by_id
  order by t.due_on, t.id`;

const COUNT = `select count(*)::int as n from (select 1 ${WHERE} limit ${MOST_AT_ONCE + 1}) x`;
const OFFICES = `
  select t.unit_id as "unitId", t.force, t.hamlet_id as "hamletId" ${WHERE} group by 1, 2, 3 limit 60`;

export interface OfficerChoice {
  id: string;
  fullName: string;
  role: string;
  tasks: number;
  minutes: number;
  absent: boolean;
  unitName: string;
}

interface Office {
  unitId: string;
  force: string;
  hamletId: string | null;
}

const UNITS = "select id, name from unit where id = any($1)";

async function choicesOf(sql: Sql, offices: Office[], now: Date): Promise<OfficerChoice[]> {
  const unitIds = offices.map((one) => one.unitId);
  const { workers } = await readWorkers(sql, { unitIds, from: dayOf(now) });
  const loads = await readLoads(sql, unitIds, now);
  const keys = new Set(offices.map(officeOf));
  const names = new Map(workers.map((one) => [one.officerId, one]));
  const units = new Map(
    (await sql<{ id: string; name: string }>(UNITS, [unitIds])).map(({ id, name }) => [id, name]),
  );
  return [...keys].flatMap((key) =>
    (loads.offices.get(key) ?? []).flatMap(({ officerId: id, tasks, minutes, absent }) => {
      const one = names.get(id);
      if (!one) return [];
      const { fullName, role } = one;
      const unitName = units.get(one.unitId) ?? "";
      return [{ id, fullName, role, tasks, minutes, absent, unitName }];
    }),
  );
}

/** How many tasks a filter finds, the first of them, and the officers who may have them. */
export const listAssignable = query<
  AssignFilter,
  { tasks: AssignableLine[]; count: number; officers: OfficerChoice[] }
>("task:assign", async ({ sql, actor }, filter) => {
  const now = new Date();
  const values = valuesOf({ filter, actor, now, taskIds: null });
  const [counted] = await sql<{ n: number }>(COUNT, values);
  const offices = await sql<Office>(OFFICES, values);
  return {
    tasks: await sql<AssignableLine>(LINES, values),
    count: counted?.n ?? 0,
    officers: await choicesOf(sql, offices, now),
  };
});
