import "server-only";
import { z } from "zod";
import { step } from "@/lib/domain/tasks/flow";
import type { Owner } from "@/lib/domain/tasks/states";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { subjectOf } from "../facts";
import { INSERT_EVENTS, RESTORE_TASK, TASK_COLUMNS } from "../sql";
import type { TaskRow } from "../task-row";

interface MergeRow {
  id: string;
  record_id: string;
  closes: number;
  undone_at: Date | null;
  today: boolean;
}

const MERGE = `
  select id, record_id, closes, undone_at, at > now() - interval '1 day' as today
  from record_merge where id = $1 for update`;
const TASKS = `
  select ${TASK_COLUMNS} from task t
  where t.id in (select l.task_id from record_merge_line l where l.merge_id = $1) order by t.id for update`;
const LOCK_RECORDS = `
  select r.id from record r where r.id in (select l.record_id from record_merge_line l where l.merge_id = $1)
  order by r.id for update`;
const RELEASE = `
  update record r set duplicate_of_id = null, version = r.version + 1, updated_at = now()
  from record_merge_line l
  where l.merge_id = $1 and r.id = l.record_id and r.duplicate_of_id = $2 returning r.id`;
const MARK = `
  update record_merge set undone_at = now(), undone_by_id = $2, undo_reason = $3, version = version + 1
  where id = $1`;

/** A task that the merge had closed is again what it was before, with its place on a list and its clock. */
async function restore(ctx: CommandContext, task: TaskRow): Promise<void> {
  const { sql, actor, now } = ctx;
  const by: Owner = actor.role === "coordinator" ? "coordinator" : "health";
  const next = step(subjectOf(task, { actor, now, unmerging: true }), "undo", by);
  if (!next.ok) throw new AppError("RULE", next.reason);
  const [restored] = await sql<TaskRow>(RESTORE_TASK, [task.id, task.version, actor.officerId]);
  const { state, version } = found(restored);
  const event = {
    id: newId(),
    task_id: task.id,
    record_id: task.record_id,
    unit_path: task.unit_path,
    event: "undo",
    from_state: task.state,
    to_state: state,
    by_id: actor.officerId,
    comment: null,
    version,
    by_owner: by,
    decided: null,
  };
  await sql(INSERT_EVENTS, [JSON.stringify([event])]);
}

/** The merge, locked. Within a day it is simply taken back; later that needs a reason. */
async function getMerge(sql: Sql, mergeId: string, reason: string | null): Promise<MergeRow> {
  const merge = found((await sql<MergeRow>(MERGE, [mergeId]))[0]);
  if (merge.undone_at) throw new AppError("CONFLICT", "mergeUndone");
  if (!merge.today && !reason) throw new AppError("RULE", "unmergeReason");
  return merge;
}

/**
 * Takes a merge back as a whole: every record is on its own again with its doses, every task where it
 * was. Records, doses and corrections had not been touched, so nothing else has to be undone.
 */
export const undoMerge = command({
  name: "task.undoMerge",
  permission: "duplicate:merge",
  input: z.object({
    mergeId: z.uuid(),
    reason: z.string().trim().max(1000).nullish(),
  }),
  async run(ctx, { mergeId, reason }) {
    const { sql, actor } = ctx;
    const merge = await getMerge(sql, mergeId, reason || null);
    const tasks = await sql<TaskRow>(TASKS, [mergeId]);
    await sql(LOCK_RECORDS, [mergeId]);
    const released = await sql(RELEASE, [mergeId, merge.record_id]);
    if (released.length < merge.closes) throw new AppError("RULE", "duplicateElsewhere");
    for (const task of tasks) await restore(ctx, task);
    await sql(MARK, [mergeId, actor.officerId, reason || null]);
    return {
      data: { recordId: merge.record_id, records: released.length },
      audit: {
        entity: "record",
        entityId: merge.record_id,
        detail: { merge: mergeId, records: released.length },
      },
    };
  },
});
