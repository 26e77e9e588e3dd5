import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { dayOf } from "@/lib/domain/tasks/capacity";
import { LONGEST_WORK, MEASURED_DAYS } from "@/lib/domain/tasks/measured-effort";
import { writeAudit } from "@/lib/server/core/audit";
import { callFunction, transaction } from "@/lib/server/core/db";
import { findJobActor } from "@/lib/server/core/session";
import { type AbsenceOf, shareOutAbsent } from "@/lib/server/tasks/absence";

interface Due {
  id: string;
  by_id: string;
}

const ABSENCE = `
  select officer_id, share_out from officer_absence
  where id = $1 and cancelled_at is null and $2 between from_day and to_day`;

async function shareOutOne({ id, by_id: byId }: Due, now: Date): Promise<void> {
  const actor = await findJobActor(byId);
  if (!actor) return;
  await transaction(scopeOf(actor), async ({ sql, last }) => {
    const [absence] = await sql<AbsenceOf>(ABSENCE, [id, dayOf(now)]);
    if (!absence) return;
    const detail = await shareOutAbsent(sql, absence, now);
    if (detail.tasks === 0) return;
    const note = { entity: "officer", entityId: absence.officer_id, detail };
    writeAudit({ last }, { actor, command: "task.shareOutAbsent", result: "done", note });
  });
}

/**
 * Absences that have begun: what is still on the lists of those who are away goes to others. It also
 * finds what came back to somebody's list while they were away. Twice at once is harmless.
 */
export async function startAbsences(now = new Date()): Promise<void> {
  const due = await callFunction<Due>("select * from absences_with_work($1)", [dayOf(now)]);
  for (const one of due) await shareOutOne(one, now);
}

/** Counts anew what tasks take, over the last ninety days of the whole installation. */
export async function measureEffort(): Promise<void> {
  await callFunction("select measure_effort($1, $2)", [MEASURED_DAYS, LONGEST_WORK]);
}
