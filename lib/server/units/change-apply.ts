import "server-only";
import type { UnitChangeRequest } from "@/lib/domain/units/change";
import type { Sql } from "@/lib/server/core/db";
import { planNow } from "./change-plan";

interface ChangeRow {
  state: string;
  request: UnitChangeRequest;
  effective_on: string;
}

const CHANGE = "select state, request, effective_on from unit_change where id = $1";
const REFUSE = `
  update unit_change set state = 'refused', reason = $2, finished_at = now(), touched_at = now()
  where id = $1 and state = 'planned'`;

/** `waits`: for a list that is read or compared, or for another change; asked again by the sweep. */
export type Begun = "begun" | "waits" | "over";

/**
 * Begins a change whose day has come, planned anew by the units as they are now; what can't be any more is
 * refused for good, with the reason.
 */
export async function beginChange(sql: Sql, changeId: string): Promise<Begun> {
  const [change] = await sql<ChangeRow>(CHANGE, [changeId]);
  if (!change) return "over";
  if (change.state === "applying" || change.state === "done") return "begun";
  if (change.state !== "planned") return "over";
  const planned = await planNow(sql, change.request, change.effective_on);
  if (!planned.ok) {
    await sql(REFUSE, [changeId, planned.reason]);
    return "over";
  }
  const [answer] = await sql<{ begun: string }>("select unit_change_begin($1, $2) as begun", [
    changeId,
    JSON.stringify(planned.plan),
  ]);
  if (answer?.begun === "begun") return "begun";
  return answer?.begun === "over" ? "over" : "waits";
}

/** Moves the next records of a change that was begun; false when nothing is left. */
export async function changeSlice(sql: Sql, changeId: string, size: number): Promise<boolean> {
  const [answer] = await sql<{ left: string }>("select unit_change_slice($1, $2) as left", [
    changeId,
    size,
  ]);
  return answer?.left === "more";
}
