import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import { callFunction, transaction } from "@/lib/server/core/db";
import { resumeDue } from "@/lib/server/tasks/waits";
import { type ActorUnit, unitActor } from "./unit-actor";

interface DueWait extends ActorUnit {
  task_id: string;
}

/** Tasks whose day has come go on by themselves, unit by unit; gives how many. */
export async function resumeWaits(now: Date = new Date()): Promise<number> {
  const day = dayInVietNam(now);
  const due = await callFunction<DueWait>("select * from due_waits($1)", [day]);
  const units = new Map(due.map((wait) => [wait.unit_id, wait]));
  let resumed = 0;
  for (const unit of units.values()) {
    const ids = due.filter((wait) => wait.unit_id === unit.unit_id).map((wait) => wait.task_id);
    const actor = unitActor(unit);
    resumed += await transaction(scopeOf(actor), ({ sql }) => resumeDue(sql, ids, { actor, day }));
  }
  return resumed;
}
