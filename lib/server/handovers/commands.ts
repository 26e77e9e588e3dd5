import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { handoverLine, signedText } from "@/lib/domain/handovers/line";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { moveTasks } from "@/lib/server/tasks/move";
import { TASK_COLUMNS } from "@/lib/server/tasks/sql";
import type { TaskRow } from "@/lib/server/tasks/task-row";

const MOST_LINES = 500;

interface ReadyRow extends TaskRow {
  code: string;
}

const READY = `
  select ${TASK_COLUMNS}, r.code from task t join record r on r.id = t.record_id
  where t.unit_id = $1 and t.state = 'handover' and t.handover_id is null
  order by r.code limit ${MOST_LINES} for update of t`;

const INSERT_LINES = `
  insert into handover_line (handover_id, line_no, task_id, record_id, unit_path, content)
  select * from jsonb_to_recordset($1::jsonb) as x(handover_id uuid, line_no int, task_id uuid,
    record_id uuid, unit_path text, content jsonb)`;

const INSERT_HANDOVER = `
  insert into handover (id, no, unit_id, unit_path, line_count, content_hash, signed_by_id, signed_name)
  select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7 from handover where unit_id = $2
  returning no`;

/** Police gather what they confirmed into one list and sign it: name, time, hash of the content. */
export const signHandover = command({
  name: "handover.sign",
  permission: "handover:sign",
  input: z.object({}),
  async run({ sql, actor }) {
    const ready = await sql<ReadyRow>(READY, [actor.unitId]);
    if (ready.length === 0) throw new AppError("RULE", "nothingToHandOver");
    const lines = ready.map((task, i) => handoverLine(i + 1, task.code, task.confirmed ?? {}));
    const hash = createHash("sha256").update(signedText(lines)).digest("hex");
    const id = newId();
    const signed = await sql<{ no: number }>(INSERT_HANDOVER, [
      id,
      actor.unitId,
      actor.unitPath,
      lines.length,
      hash,
      actor.officerId,
      actor.fullName,
    ]);
    await sql(INSERT_LINES, [JSON.stringify(ready.map((task, i) => lineRow(id, task, lines[i])))]);
    await sql("update task set handover_id = $1 where id = any($2)", [id, ready.map((t) => t.id)]);
    return {
      data: { handoverId: id, no: signed[0]?.no ?? 0, lines: lines.length },
      audit: { entity: "handover", entityId: id, detail: { lines: lines.length, hash } },
    };
  },
});

function lineRow(handoverId: string, task: ReadyRow, content: unknown) {
  return {
    handover_id: handoverId,
    line_no: (content as { lineNo: number }).lineNo,
    task_id: task.id,
    record_id: task.record_id,
    unit_path: task.unit_path,
    content,
  };
}

const RECEIVE = `
  update handover set received_by_id = $2, received_name = $3, received_at = now(), version = version + 1
  where id = $1 and version = $4 and received_at is null returning id`;

const LINES = `
  select ${TASK_COLUMNS} from task t
  where t.handover_id = $1 and t.state = 'handover' order by t.id for update`;

async function receiveRefusal(sql: Sql, handoverId: string): Promise<AppError> {
  const row = found(
    (
      await sql<{ received_name: string | null }>(
        "select received_name from handover where id = $1",
        [handoverId],
      )
    )[0],
  );
  return new AppError("CONFLICT", "alreadyReceived", { name: row.received_name ?? "" });
}

/** The health station takes a signed list over: every line becomes work of its own. */
export const receiveHandover = command({
  name: "handover.receive",
  permission: "handover:receive",
  input: z.object({ handoverId: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run({ sql, actor }, { handoverId, version }) {
    const received = await sql(RECEIVE, [handoverId, actor.officerId, actor.fullName, version]);
    if (received.length === 0) throw await receiveRefusal(sql, handoverId);
    const tasks = await sql<TaskRow>(LINES, [handoverId]);
    await moveTasks(sql, tasks, { event: "receive", by: "health", actor });
    return {
      data: { handoverId, lines: tasks.length },
      audit: { entity: "handover", entityId: handoverId, detail: { lines: tasks.length } },
    };
  },
});
