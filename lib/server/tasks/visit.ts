import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { ResultInput, type SheetResult } from "@/lib/domain/tasks/worksheet/result";
import { formatDateTime } from "@/lib/i18n/format";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { applyToTask } from "./result-to-task";
import { LAST_CHANGE } from "./sql";
import type { TaskRow } from "./task-row";
import { readTypedValues, todayOf } from "./typed-result";

const VisitInput = z.object({
  taskId: z.uuid(),
  /** the version on the list that was carried; null: whatever it is now, decided by who has looked */
  version: z.coerce.number().int().min(1).nullable(),
  /** made by the device, and kept as the id of the attempt: it stays one, however late it is sent again */
  visitId: z.uuid(),
  /** who wrote it down: a device that somebody else has signed in on keeps it for them */
  officerId: z.uuid().nullish(),
  result: ResultInput,
});

interface Made {
  task_id: string;
  by_id: string;
}

const MADE = "select task_id, by_id from contact_attempt where id = $1";

/** Whether this very visit has come in before; an id that is somebody else's is no id. */
async function isKnown(
  sql: Sql,
  actor: Actor,
  visit: { taskId: string; visitId: string },
): Promise<boolean> {
  const [made] = await sql<Made>(MADE, [visit.visitId]);
  if (!made) return false;
  const same = made.task_id === visit.taskId && made.by_id === actor.officerId;
  if (!same) throw new AppError("RULE", "keyReused");
  return true;
}

/** Who changed the task since the list was carried away, and when: with the day, since that is days ago. */
async function requireSeen(sql: Sql, task: TaskRow, version: number | null): Promise<void> {
  if (version === null || version === task.version) return;
  const [last] = await sql<{ at: Date; full_name: string | null }>(LAST_CHANGE, [task.id]);
  const at = last ? formatDateTime(last.at) : "";
  if (!last?.full_name) throw new AppError("CONFLICT", "visitOvertaken", { at });
  throw new AppError("CONFLICT", "visitChanged", { name: last.full_name, at });
}

/** A device's clock that runs ahead must not cost the visit. */
async function readVisit(sql: Sql, result: SheetResult): Promise<SheetResult> {
  const today = await todayOf(sql);
  const day = result.day && result.day < today ? result.day : today;
  return { ...result, values: readTypedValues(result), day };
}

function doneOf(
  { taskId, result: { kind } }: z.output<typeof VisitInput>,
  outcome: "applied" | "alreadyDone",
  missing: number,
) {
  return {
    data: { outcome, taskId, missing },
    audit: { entity: "task", entityId: taskId, detail: { outcome, kind } },
  };
}

/**
 * What a visit to a person of a carried list has shown: one attempt to reach them, and the step that
 * the result is. Only a step needs the version that was seen; an attempt is a fact of the past.
 */
export const recordVisit = command({
  name: "worksheet.recordVisit",
  permission: "task:claim",
  input: VisitInput,
  async run({ sql, actor }, input) {
    const { taskId, version, visitId, officerId } = input;
    if (officerId && officerId !== actor.officerId) throw new AppError("UNAUTHENTICATED");
    if (await isKnown(sql, actor, input)) return doneOf(input, "alreadyDone", 0);
    const result = await readVisit(sql, input.result);
    const { outcome, missing = 0 } = await applyToTask(sql, taskId, {
      actor,
      result,
      attemptId: visitId,
      requireSeen: (task) => requireSeen(sql, task, version),
    });
    if (outcome === "changed") throw new AppError("RULE", "resultChanged");
    return doneOf(input, outcome, missing);
  },
});
