import "server-only";
import { z } from "zod";
import { SETTLING } from "@/lib/domain/matching/replay";
import { IDENTITY_FIELDS } from "@/lib/domain/matching/vocabulary";
import { EXPECTATIONS } from "@/lib/domain/tasks/report";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { requireCentre } from "@/lib/server/matching/centre";
import { compareIds } from "@/lib/server/matching/compare-again";
import { currentModel } from "@/lib/server/matching/models";
import { moveTasks } from "./move";
import { passTasks } from "./pass";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

/** Reports of one press: the rest of a larger group stays open, and is pressed again. */
const MOST = 500;

/** Reports of one cause: what the comparison said of a field, and what it should have said. */
const Group = z.object({
  field: z.enum(IDENTITY_FIELDS).nullish(),
  level: z.string().max(60).nullish(),
  expected: z.enum(EXPECTATIONS),
});

interface ReportedTask extends TaskRow {
  report_id: string;
  reporter_id: string;
}

const REPORTED = `
  select ${TASK_COLUMNS}, s.id as report_id, s.by_id as reporter_id
  from system_report s join task t on t.id = s.task_id
  where s.state = 'open' and t.state = 'disputed' and s.expected = $1
    and s.field is not distinct from $2 and s.level is not distinct from $3
  order by t.id limit ${MOST} for update of t, s`;

async function lockGroup(sql: Sql, group: z.output<typeof Group>): Promise<ReportedTask[]> {
  const { expected, field = null, level = null } = group;
  const tasks = await sql<ReportedTask>(REPORTED, [expected, field, level]);
  if (tasks.length === 0) throw new AppError("CONFLICT", "reportsDecided");
  return tasks;
}

const DECIDE = `
  update system_report set state = $2, decided_by_id = $3, decided_at = now(), decision_note = $4
  where id = any($1)`;

async function decide(
  { sql, actor }: CommandContext,
  tasks: ReportedTask[],
  of: { state: "upheld" | "rejected"; note: string | null },
): Promise<void> {
  const ids = tasks.map((task) => task.report_id);
  await sql(DECIDE, [ids, of.state, actor.officerId, of.note]);
}

/** A task that comes back is on the list of the officer who had reported it. */
function backTo(tasks: ReportedTask[]): (task: TaskRow) => string | null {
  const reporters = new Map(tasks.map((task) => [task.id, task.reporter_id]));
  return (task) => reporters.get(task.id) ?? null;
}

/** Compares the records again: what the model in use accepts is over, the rest goes back. */
async function rematch({ sql, actor }: CommandContext, tasks: ReportedTask[], note: string | null) {
  const assigneeOf = backTo(tasks);
  const moved = await moveTasks(sql, tasks, {
    event: "upheld",
    by: "system",
    actor,
    assigneeOf,
    comment: note,
  });
  const model = await currentModel(sql);
  const ids = tasks.map((task) => task.record_id);
  const all = await compareIds(sql, ids, { id: null, model });
  const compared = all.filter(({ decision }) => SETTLING.includes(decision.outcome));
  const accepted = new Set(compared.map(({ record }) => record.id));
  const passing = moved.filter((task) => accepted.has(task.record_id));
  await passTasks(sql, passing, { actor, modelVersion: model.version, compared });
  const failing = moved.filter((task) => !accepted.has(task.record_id));
  await moveTasks(sql, failing, { event: "fail", by: "system", actor, assigneeOf });
  return { settled: passing.length, back: failing.length };
}

/**
 * The centre agrees with all reports of a cause. Their records are compared again; what the model in
 * use still refuses goes back to whoever reported it, and is released when a better model is approved.
 */
export const upholdReports = command({
  name: "task.upholdReports",
  permission: "report:decide",
  input: Group.extend({ note: z.string().trim().max(1000).default("") }),
  async run(ctx, { note, ...group }) {
    requireCentre(ctx.actor);
    const tasks = await lockGroup(ctx.sql, group);
    await decide(ctx, tasks, { state: "upheld", note: note || null });
    const done = await rematch(ctx, tasks, note || null);
    return {
      data: { reports: tasks.length, ...done },
      audit: { entity: "task", detail: { reports: tasks.length, ...done } },
    };
  },
});

/** The centre does not agree, and says why; the tasks go on where they were. */
export const rejectReports = command({
  name: "task.rejectReports",
  permission: "report:decide",
  input: Group.extend({ note: z.string().trim().min(3, "commentNeeded").max(1000) }),
  async run(ctx, { note, ...group }) {
    requireCentre(ctx.actor);
    const tasks = await lockGroup(ctx.sql, group);
    await decide(ctx, tasks, { state: "rejected", note });
    const { sql, actor } = ctx;
    await moveTasks(sql, tasks, {
      event: "rejected",
      by: "system",
      actor,
      comment: note,
      assigneeOf: backTo(tasks),
    });
    return {
      data: { reports: tasks.length },
      audit: { entity: "task", detail: { reports: tasks.length } },
    };
  },
});
