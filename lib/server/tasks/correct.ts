import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { resolveChoices } from "@/lib/domain/tasks/choice";
import { changedFields, type FieldSources, mayCorrect } from "@/lib/domain/tasks/field-policy";
import type { CommandContext } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { enqueue } from "@/lib/server/core/queue";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { compareOne } from "@/lib/server/matching/run";
import { applyIdentity, type IdentityChange } from "@/lib/server/records/writes";
import { readSetting } from "@/lib/server/units/settings";
import { refuseInFile } from "./in-file";
import { TaskChoices, TaskComment } from "./inputs";
import { moveTask } from "./move";
import { requireValid } from "./require-valid";
import { settle } from "./settle";
import { readSides } from "./sides";
import { standing, stepCommand } from "./step-command";
import { getTaskFor, type TaskRow } from "./task-row";

/** Each change with whose value it is; refuses an identity value that only police may set. */
export function changesOf(
  task: TaskRow,
  sides: FieldSources,
  of: { choices: Parameters<typeof resolveChoices>[0]; actor: Actor },
): IdentityChange[] {
  const other = { ...sides.registry, ...sides.confirmed };
  const wanted = resolveChoices(of.choices, { record: sides.current, other });
  const fields = changedFields(sides.current, wanted);
  requireValid(Object.fromEntries(fields.map((field) => [field, wanted[field] ?? null])));
  return fields.map((field) => {
    const to = wanted[field] ?? null;
    const owner = mayCorrect("health", { field, to }, sides);
    if (!owner.ok) throw new AppError("RULE", owner.reason, { field });
    const from = sides.current[field] ?? null;
    return {
      recordId: task.record_id,
      taskId: task.id,
      field,
      from,
      to,
      source: owner.source,
      byId: of.actor.officerId,
    };
  });
}

/**
 * The record is compared again: at once, or in a job where the registry lies behind a network, which
 * is never waited for inside a transaction.
 */
async function rematch(ctx: CommandContext, task: TaskRow): Promise<TaskRow> {
  const { sql, actor } = ctx;
  if (portalGateway()) {
    await rematchLater(ctx, task.record_id);
    return task;
  }
  const compared = await compareOne(sql, task.record_id, task.id);
  return settle(sql, task, { outcome: compared?.decision.outcome ?? "insufficient", actor });
}

function rematchLater(ctx: CommandContext, recordId: string): Promise<void> {
  return enqueue(ctx, "rematch", { recordId, officerId: ctx.actor.officerId });
}

/** Health corrects the record and sends: corrected, compared again, waiting for publication. */
export const submitTask = stepCommand({
  name: "task.submit",
  permission: "task:correct",
  input: TaskChoices,
  async run(ctx, input) {
    const { sql, actor } = ctx;
    const task = await getTaskFor(sql, actor, input);
    const sides = await readSides(sql, task, input.personId ?? null);
    const changes = changesOf(task, sides, { choices: input.choices, actor });
    const sent = await moveTask(sql, task, { event: "submit", by: "health", actor });
    await applyIdentity(sql, changes);
    const settled = await rematch(ctx, sent);
    return {
      data: standing(settled),
      audit: {
        entity: "task",
        entityId: task.id,
        detail: { from: task.state, to: settled.state, fields: changes.map((one) => one.field) },
      },
    };
  },
});

/** Back to police, with what is wrong said in words. */
export const returnTask = stepCommand({
  name: "task.return",
  permission: "task:correct",
  input: TaskComment,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const { comment } = input;
    const returnsToEscalate = await readSetting(sql, "returnsToEscalate");
    const moved = await moveTask(sql, task, {
      event: "return",
      by: "health",
      actor,
      comment,
      returnsToEscalate,
    });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: moved.state } },
    };
  },
});

const LATEST = `
  select distinct on (field) field, from_value, to_value from correction
  where task_id = $1 and publication_id is null and published_at is null
    and at >= (select max(at) from task_event where task_id = $1 and event in ('submit', 'upheld', 'release'))
  order by field, at desc, id desc`;

/** Takes the last sending back while it hasn't left the portal: a correction in the other direction. */
export async function takeSendingBack(ctx: CommandContext, task: TaskRow): Promise<TaskRow> {
  const { sql, actor } = ctx;
  await refuseInFile(sql, task.record_id);
  const by = forceOf(actor) ?? "coordinator";
  const undone = await moveTask(sql, task, { event: "undo", by, actor });
  const latest = await sql<{
    field: IdentityChange["field"];
    from_value: string | null;
    to_value: string | null;
  }>(LATEST, [task.id]);
  const back = latest.map((row) => ({
    recordId: task.record_id,
    taskId: task.id,
    field: row.field,
    from: row.to_value,
    to: row.from_value,
    source: "health" as const,
    byId: actor.officerId,
  }));
  await applyIdentity(sql, back);
  if (portalGateway()) await rematchLater(ctx, task.record_id);
  else await compareOne(sql, task.record_id, null);
  return undone;
}
