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
import { readHandover } from "./queries";
import {
  INSERT_HANDOVER,
  INSERT_LINES,
  LIST_TASKS,
  LOCK_UNIT,
  PUT_ON_LIST,
  READY,
  RECEIVE,
} from "./sql";
import { disputeLines, type ListedTask } from "./writes";

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

const Chosen = z.object({ taskId: z.uuid(), version: z.coerce.number().int().min(1) });

/** What goes on the list: all that waits, or what was chosen, as whoever signs has seen it. */
async function readReady(
  { sql, actor }: CommandContext,
  chosen: readonly z.output<typeof Chosen>[] | undefined,
): Promise<ReadyRow[]> {
  const ids = chosen?.map((one) => one.taskId) ?? null;
  const ready = await sql<ReadyRow>(READY, [actor.unitId, MOST_LINES, ids]);
  if (!chosen) return ready;
  const seen = new Map(chosen.map((one) => [one.taskId, one.version]));
  const same = ready.length === seen.size && ready.every((t) => seen.get(t.id) === t.version);
  if (!same) throw new AppError("CONFLICT", "listChanged");
  return ready;
}

/**
 * Police gather what they confirmed into one list and sign it: name, time, hash of the content. Without
 * `tasks` everything that waits; otherwise just those, in the versions that were looked at.
 */
export const signHandover = command({
  name: "handover.sign",
  permission: "handover:sign",
  input: z.object({ tasks: z.array(Chosen).min(1, "chooseLines").max(MOST_LINES).optional() }),
  async run(ctx, { tasks }) {
    await ctx.sql(LOCK_UNIT, [ctx.actor.unitId]);
    const ready = await readReady(ctx, tasks);
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

const Dispute = z.object({
  lineNo: z.coerce.number().int().min(1),
  reason: z.string().trim().min(3, "commentNeeded").max(1000),
});

/**
 * The health station takes a signed list over: every line becomes work of its own, but for those that
 * it disputes, which go back to police with their reasons.
 */
export const receiveHandover = command({
  name: "handover.receive",
  permission: "handover:receive",
  input: z.object({
    handoverId: z.uuid(),
    version: z.coerce.number().int().min(1),
    disputes: z.array(Dispute).max(MOST_LINES).default([]),
  }),
  async run({ sql, actor }, { handoverId, version, disputes }) {
    const received = await sql(RECEIVE, [handoverId, actor.officerId, actor.fullName, version]);
    if (received.length === 0) throw await receiveRefusal(sql, handoverId);
    const tasks = await sql<ListedTask>(LIST_TASKS, [handoverId]);
    await disputeLines(sql, handoverId, { actor, tasks, disputes });
    const disputed = new Set(disputes.map((one) => one.lineNo));
    const taken = tasks.filter((task) => !disputed.has(task.line_no));
    await moveTasks(sql, taken, { event: "receive", by: "health", actor });
    const counts = { lines: taken.length, disputed: disputed.size };
    return {
      data: { handoverId, ...counts },
      audit: { entity: "handover", entityId: handoverId, detail: counts },
    };
  },
});

/** A paper that leaves the portal as a file: who took which list, with how many numbers unmasked. */
export const downloadHandover = command({
  name: "handover.download",
  permission: "handover:read",
  input: z.object({ handoverId: z.uuid() }),
  async run({ sql, actor }, { handoverId }) {
    const handover = await readHandover(sql, actor, handoverId);
    const { lineCount: lines, masked } = handover;
    return {
      data: handover,
      audit: { entity: "handover", entityId: handoverId, detail: { lines, masked } },
    };
  },
});
