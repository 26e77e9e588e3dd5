import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { Owner } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { TaskComment, TaskVersion } from "./inputs";
import { moveTask } from "./move";
import { standing, stepCommand } from "./step-command";
import { getTaskFor, type TaskRow } from "./task-row";
import { endTransfer, findAsked } from "./transfer-row";

interface Unit {
  id: string;
  path: string;
}

// Any commune of today, wherever it lies: units are nobody's secret.
const UNIT = "select id, path from unit where id = $1 and level = 'commune' and valid_to is null";

async function getOffered(sql: Sql, task: TaskRow, unitId: string): Promise<Unit> {
  const [unit] = await sql<Unit>(UNIT, [unitId]);
  if (!unit) throw new AppError("RULE", "notACommune");
  if (unit.id === task.unit_id) throw new AppError("RULE", "sameUnit");
  return unit;
}

const INSERT = `
  insert into transfer (id, task_id, record_id, record_code, unit_id, unit_path, offered_unit_id,
    offered_path, reason, asked_by_id, asked_by_name)
  select $1, $2, r.id, r.code, $4, $5, $6, $7, $8, $9, $10 from record r where r.id = $3`;

export function partIn(actor: Actor): Owner {
  return forceOf(actor) ?? "coordinator";
}

/** Another unit is asked to take the task over; the days until it is due stand still meanwhile. */
export const askTransfer = stepCommand({
  name: "task.transfer",
  permission: "transfer:ask",
  input: TaskComment.extend({ unitId: z.string("unitMissing").min(1, "unitMissing").max(20) }),
  async run({ sql, actor }, { unitId, comment, ...of }) {
    const task = await getTaskFor(sql, actor, of);
    const unit = await getOffered(sql, task, unitId);
    const by = partIn(actor);
    const moved = await moveTask(sql, task, { event: "transfer", by, actor, comment });
    await sql(INSERT, [
      newId(),
      task.id,
      task.record_id,
      task.unit_id,
      task.unit_path,
      unit.id,
      unit.path,
      comment,
      actor.officerId,
      actor.fullName,
    ]);
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, unit: unit.id } },
    };
  },
});

/** The unit that asked takes its question back; the task goes on where it was. */
export const recallTransfer = stepCommand({
  name: "task.recall",
  permission: "transfer:ask",
  input: TaskVersion,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const asked = await findAsked(sql, task.id);
    const moved = await moveTask(sql, task, {
      event: "recall",
      by: partIn(actor),
      actor,
      assigneeOf: ({ resume_to: back }) => (back === "new" ? null : (asked?.asked_by_id ?? null)),
    });
    await endTransfer(sql, task.id, { state: "recalled", actor });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { to: moved.state } },
    };
  },
});
