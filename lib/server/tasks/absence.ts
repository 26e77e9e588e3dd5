import "server-only";
import { z } from "zod";
import { shareOut } from "@/lib/domain/tasks/assignment";
import { dayOf } from "@/lib/domain/tasks/capacity";
import { ABSENCE_REASONS } from "@/lib/domain/tasks/plan";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { insertAssignments, ON_A_LIST } from "./assignments";
import { officeOf, readLoads } from "./loads";
import { DayInput, getPlanned } from "./plan";

interface HeldRow {
  id: string;
  unit_path: string;
  main_class: string;
  force: string;
}

const HELD = `
  select t.id, t.unit_path, t.main_class, t.force from task t
  where t.assignee_id = $1 and t.state <> 'closed' and t.state = any($2)
    and (t.lease_until is null or t.lease_until < now()) order by t.id for update`;

const GIVE = `
  update task t set assignee_id = x.to_id from jsonb_to_recordset($1::jsonb) as x(id uuid, to_id uuid)
  where t.id = x.id`;

export interface AbsenceOf {
  officer_id: string;
  share_out: boolean;
}

async function newHolders(sql: Sql, absence: AbsenceOf, of: { tasks: HeldRow[]; now: Date }) {
  const officer = await getPlanned(sql, absence.officer_id);
  if (!absence.share_out) return new Map<string, string | null>();
  const { offices, minutesOf } = await readLoads(sql, [officer.unitId], of.now);
  const office = officeOf({ ...officer, force: officer.role });
  const colleagues = (offices.get(office) ?? []).filter(
    (one) => one.officerId !== absence.officer_id,
  );
  const tasks = of.tasks.map((task) => ({
    id: task.id,
    effort: minutesOf(task.force, task.main_class),
    holder: null,
  }));
  return shareOut(tasks, colleagues).to;
}

/**
 * Takes the tasks that nobody has open off the list of an officer who is away: to the colleagues
 * with least to do, or back to the unit's list. Gives how many went and how many found a colleague.
 */
export async function shareOutAbsent(
  sql: Sql,
  absence: AbsenceOf,
  now: Date,
): Promise<{ tasks: number; shared: number }> {
  const tasks = await sql<HeldRow>(HELD, [absence.officer_id, ON_A_LIST]);
  if (tasks.length === 0) return { tasks: 0, shared: 0 };
  const holders = await newHolders(sql, absence, { tasks, now });
  const moved = tasks.map(({ id, unit_path: unitPath }) => {
    const to = holders.get(id) ?? null;
    const from = absence.officer_id;
    return { taskId: id, unitPath, from, to, by: null, reason: "absence" as const };
  });
  await sql(GIVE, [JSON.stringify(moved.map(({ taskId: id, to }) => ({ id, to_id: to })))]);
  await insertAssignments(sql, moved);
  return { tasks: moved.length, shared: moved.filter(({ to }) => to !== null).length };
}

const AbsenceInput = z
  .object({
    officerId: z.uuid().optional(),
    from: DayInput,
    to: DayInput,
    reason: z.enum(ABSENCE_REASONS, "absenceReason"),
    shareOut: z.boolean().default(true),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "daysTurned" });

const OVERLAPPING = `
  select 1 from officer_absence where officer_id = $1 and cancelled_at is null
    and from_day <= $3 and to_day >= $2 limit 1`;
const INSERT = `
  insert into officer_absence (id, officer_id, unit_path, from_day, to_day, reason, share_out, by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

type Wanted = z.output<typeof AbsenceInput> & { officerId: string };

async function addAbsenceOf({ sql, actor, now }: CommandContext, wanted: Wanted) {
  const { officerId, from, to, reason } = wanted;
  const today = dayOf(now);
  if (to < today) throw new AppError("RULE", "absenceOver");
  const officer = await getPlanned(sql, officerId);
  // One at a time for each officer: two that are entered at once would both find no other.
  await sql("select pg_advisory_xact_lock(hashtext($1))", [`absence ${officerId}`]);
  const others = await sql(OVERLAPPING, [officerId, from, to]);
  if (others.length > 0) throw new AppError("RULE", "absenceOverlaps");
  const id = newId();
  const values = [id, officerId, officer.unitPath, from, to, reason];
  await sql(INSERT, [...values, wanted.shareOut, actor.officerId]);
  const begun = from <= today;
  const absence = { officer_id: officerId, share_out: wanted.shareOut };
  const gone = begun ? await shareOutAbsent(sql, absence, now) : { tasks: 0, shared: 0 };
  return { id, ...gone };
}

/**
 * Says that an officer is away: nothing new is given to them, and what is on their list goes to others
 * on the first day. By the officer, or by whoever looks after the area.
 */
export const addAbsence = command({
  name: "task.addAbsence",
  permission: "plan:edit",
  input: AbsenceInput,
  async run(ctx, input) {
    const officerId = input.officerId ?? ctx.actor.officerId;
    if (officerId !== ctx.actor.officerId && ctx.actor.role !== "coordinator") {
      throw new AppError("FORBIDDEN");
    }
    const done = await addAbsenceOf(ctx, { ...input, officerId });
    const detail = { from: input.from, to: input.to, tasks: done.tasks, shared: done.shared };
    return { data: done, audit: { entity: "officer", entityId: officerId, detail } };
  },
});

const CANCEL = `
  update officer_absence set cancelled_at = now(), cancelled_by_id = $2
  where id = $1 and cancelled_at is null returning officer_id`;

/** The officer is there after all. What had gone to others stays with them. */
export const cancelAbsence = command({
  name: "task.cancelAbsence",
  permission: "plan:edit",
  input: z.object({ absenceId: z.uuid() }),
  async run({ sql, actor }, { absenceId }) {
    const rows = await sql<{ officer_id: string }>(
      "select officer_id from officer_absence where id = $1",
      [absenceId],
    );
    const { officer_id: officerId } = found(rows[0]);
    if (officerId !== actor.officerId && actor.role !== "coordinator") {
      throw new AppError("FORBIDDEN");
    }
    const cancelled = await sql(CANCEL, [absenceId, actor.officerId]);
    if (cancelled.length === 0) throw new AppError("CONFLICT", "race");
    return { data: null, audit: { entity: "officer", entityId: officerId } };
  },
});
