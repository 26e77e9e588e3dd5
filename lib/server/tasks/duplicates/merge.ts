import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { unionOfDoses } from "@/lib/domain/records/dose-union";
import { arrowsOf } from "@/lib/domain/tasks/flow";
import { judgeMerge } from "@/lib/domain/tasks/likeness";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { moveTasks } from "../move";
import { TASK_COLUMNS } from "../sql";
import { leaseTaken, type TaskRow } from "../task-row";
import { countApart } from "./apart-queries";
import { readDoses } from "./doses";
import { type MergeRecord, readRecords } from "./records";

const Input = z.object({
  staysId: z.uuid("chooseStays"),
  records: z
    .array(z.object({ recordId: z.uuid(), version: z.coerce.number().int().min(1) }))
    .min(2, "chooseTwo")
    .max(20),
  /** by the question's key: all, none, or the dose that is true */
  answers: z.record(z.string().max(600), z.string().max(60)).default({}),
  /** the warnings were read, and it is one person all the same */
  checked: z.boolean().default(false),
});
type Input = z.output<typeof Input>;

const LOCK_TASKS = `
  select ${TASK_COLUMNS} from task t where t.record_id = any($1) and t.state <> 'closed' order by t.id for update`;
const LOCK_RECORDS = "select id from record where id = any($1) order by id for update";

/** The open tasks and then the records, in the order in which every other command locks them. */
async function lock(sql: Sql, ids: string[]): Promise<TaskRow[]> {
  const tasks = await sql<TaskRow>(LOCK_TASKS, [ids]);
  const records = await sql(LOCK_RECORDS, [ids]);
  if (records.length < ids.length) throw new AppError("RULE", "duplicateElsewhere");
  return tasks;
}

function requireUnchanged(records: MergeRecord[], tasks: TaskRow[], input: Input): void {
  if (records.some((one) => one.duplicateOfId !== null)) {
    throw new AppError("CONFLICT", "alreadyMerged");
  }
  const seen = new Map(input.records.map((one) => [one.recordId, one.version]));
  const open = new Set(tasks.map((task) => task.id));
  const changed = (one: MergeRecord) =>
    one.version !== seen.get(one.recordId) || (one.taskId !== null && !open.has(one.taskId));
  if (records.some(changed)) throw new AppError("CONFLICT", "duplicateChanged");
}

/** Nobody is in the middle of a task that is to close, and it stands where it may. */
async function requireFree(
  sql: Sql,
  tasks: TaskRow[],
  of: { actor: Actor; records: MergeRecord[] },
) {
  const from = arrowsOf("duplicate").flatMap((arrow) => arrow.from);
  for (const task of tasks) {
    if (!from.includes(task.state)) {
      const code = of.records.find((one) => one.recordId === task.record_id)?.code ?? "";
      throw new AppError("RULE", "duplicateBusy", { code });
    }
    const held = task.lease_until !== null && task.lease_until > new Date();
    if (held && task.lease_by_id !== of.actor.officerId) {
      throw await leaseTaken(sql, task.lease_by_id, task.lease_until);
    }
  }
}

const SAVE_MERGE = `
  insert into record_merge (id, record_id, set_aside, warnings, closes, by_id) values ($1, $2, $3, $4, $5, $6)`;
const SAVE_LINES = `
  insert into record_merge_line (merge_id, record_id, task_id)
  select $1, l.record_id, l.task_id from jsonb_to_recordset($2::jsonb) as l(record_id uuid, task_id uuid)`;
// The version of the one that stays goes up too: whoever saw it without these has not seen all of it.
const POINT = `
  update record set duplicate_of_id = case when id <> $2 then $2::uuid end, version = version + 1,
    updated_at = now()
  where id = any($1)`;

async function save(
  sql: Sql,
  of: {
    actor: Actor;
    staysId: string;
    closing: MergeRecord[];
    setAside: string[];
    warnings: string[];
  },
): Promise<string> {
  const id = newId();
  const { actor, staysId, closing, setAside, warnings } = of;
  const lines = closing.map(({ recordId, taskId }) => ({ record_id: recordId, task_id: taskId }));
  const values = [id, staysId, setAside, warnings, lines.length, actor.officerId];
  await sql(SAVE_MERGE, values);
  await sql(SAVE_LINES, [id, JSON.stringify(lines)]);
  await sql(POINT, [[staysId, ...closing.map((one) => one.recordId)], staysId]);
  return id;
}

/**
 * Records of one person: one stays, the open tasks of the others close as duplicates. The doses stay where
 * they are and count with the one that stays; what the records disagree about has been answered.
 */
export const mergeRecords = command({
  name: "task.merge",
  permission: "duplicate:merge",
  input: Input,
  async run({ sql, actor }, input) {
    const ids = [...new Set(input.records.map((one) => one.recordId))];
    const { staysId } = input;
    if (!ids.includes(staysId)) throw new AppError("RULE", "chooseStays");
    const tasks = await lock(sql, ids);
    const records = await readRecords(sql, ids);
    requireUnchanged(records, tasks, input);
    const judgement = judgeMerge(records);
    if (judgement.twoPeople) throw new AppError("RULE", "twoPeople");
    if ((await countApart(sql, ids)) > 0) throw new AppError("RULE", "saidApart");
    const { warnings } = judgement;
    if (warnings.length > 0 && !input.checked) throw new AppError("RULE", "mergeUnchecked");
    const { open, setAside } = unionOfDoses(await readDoses(sql, ids), input.answers);
    if (open.length > 0) throw new AppError("RULE", "dosesUnanswered");
    const closing = records.filter((one) => one.recordId !== staysId);
    const closed = tasks.filter((task) => task.record_id !== staysId);
    await requireFree(sql, closed, { actor, records });
    const by = actor.role === "coordinator" ? "coordinator" : "health";
    await moveTasks(sql, closed, { event: "duplicate", by, actor, resolution: "duplicate" });
    const mergeId = await save(sql, { actor, staysId, closing, setAside, warnings });
    return {
      data: { mergeId, closed: closing.length },
      audit: {
        entity: "record",
        entityId: staysId,
        detail: { merge: mergeId, closed: closing.length, warnings },
      },
    };
  },
});
