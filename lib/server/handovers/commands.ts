import "server-only";
import { z } from "zod";
import { type HandoverLine, handoverLine, MOST_LINES } from "@/lib/domain/handovers/line";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { moveTasks } from "@/lib/server/tasks/move";
import type { TaskRow } from "@/lib/server/tasks/task-row";
import { contentHash } from "./hash";
import {
  INSERT_HANDOVER,
  INSERT_LINES,
  LIST_TASKS,
  LOCK_UNIT,
  PUT_ON_LIST,
  READY,
  RECEIVE,
} from "./sql";

interface ReadyRow extends TaskRow {
  code: string;
}

async function writeList(
  { sql, actor }: CommandContext,
  ready: ReadyRow[],
  lines: HandoverLine[],
): Promise<{ id: string; no: number; hash: string }> {
  const id = newId();
  const hash = contentHash(lines);
  const signed = await sql<{ no: number }>(INSERT_HANDOVER, [
    id,
    actor.unitId,
    actor.unitPath,
    lines.length,
    hash,
    actor.officerId,
    actor.fullName,
  ]);
  const rows = ready.map((task, i) => ({
    handover_id: id,
    line_no: i + 1,
    task_id: task.id,
    record_id: task.record_id,
    unit_path: task.unit_path,
    content: lines[i],
  }));
  await sql(INSERT_LINES, [JSON.stringify(rows)]);
  await sql(PUT_ON_LIST, [id, ready.map((task) => task.id)]);
  return { id, no: signed[0]?.no ?? 0, hash };
}

/** Police gather what they confirmed into one list and sign it: name, time, hash of the content. */
export const signHandover = command({
  name: "handover.sign",
  permission: "handover:sign",
  input: z.object({}),
  async run(ctx) {
    await ctx.sql(LOCK_UNIT, [ctx.actor.unitId]);
    const ready = await ctx.sql<ReadyRow>(READY, [ctx.actor.unitId, MOST_LINES]);
    if (ready.length === 0) throw new AppError("RULE", "nothingToHandOver");
    const lines = ready.map((task, i) => handoverLine(i + 1, task.code, task.confirmed ?? {}));
    const { id, no, hash } = await writeList(ctx, ready, lines);
    return {
      data: { handoverId: id, no, lines: lines.length },
      audit: { entity: "handover", entityId: id, detail: { lines: lines.length, hash } },
    };
  },
});

async function receiveRefusal(sql: Sql, handoverId: string): Promise<AppError> {
  const rows = await sql<{ received_name: string | null }>(
    "select received_name from handover where id = $1",
    [handoverId],
  );
  const { received_name: name } = found(rows[0]);
  return name === null
    ? new AppError("CONFLICT", "race")
    : new AppError("CONFLICT", "alreadyReceived", { name });
}

/** The health station takes a signed list over: every line becomes work of its own. */
export const receiveHandover = command({
  name: "handover.receive",
  permission: "handover:receive",
  input: z.object({ handoverId: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run({ sql, actor }, { handoverId, version }) {
    const received = await sql(RECEIVE, [handoverId, actor.officerId, actor.fullName, version]);
    if (received.length === 0) throw await receiveRefusal(sql, handoverId);
    const tasks = await sql<TaskRow>(LIST_TASKS, [handoverId]);
    await moveTasks(sql, tasks, { event: "receive", by: "health", actor });
    return {
      data: { handoverId, lines: tasks.length },
      audit: { entity: "handover", entityId: handoverId, detail: { lines: tasks.length } },
    };
  },
});
