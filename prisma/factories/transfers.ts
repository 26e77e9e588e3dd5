import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { askTransfer } from "@/lib/server/tasks/transfer";
import type { MadeOfficer, Owner } from "./communes";
import { type MadeTask, makeTask, SLIP, type Station, taskNow, type Wish } from "./tasks";

export const TRANSFER_REASON = "Người này đã chuyển về xã khác";

/** An officer asks a commune to take a task over. */
export async function askFor(
  owner: Owner,
  task: MadeTask,
  { officer, unitId }: { officer: MadeOfficer; unitId: string },
) {
  const { version } = await taskNow(owner, task.id);
  const comment = TRANSFER_REASON;
  return askTransfer.as(officer, { taskId: task.id, version, comment, unitId });
}

/** The offer of a task, as if it had been made a minute ago. */
export async function offerOf(owner: Owner, task: MadeTask): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `update transfer set asked_at = asked_at - interval '1 minute' where task_id = $1 and state = 'asked'
     returning id`,
    [task.id],
  );
  return rows[0]?.id ?? "";
}

/** A task of one station that has been offered to another. */
export async function makeOffer(
  owner: Owner,
  { from, to, wish = SLIP }: { from: Station; to: Station; wish?: Wish },
): Promise<{ task: MadeTask; transferId: string }> {
  const task = await makeTask(owner, from, wish);
  const officer = task.state === "verifying" ? from.police : from.health;
  const asked = await askFor(owner, task, { officer, unitId: to.commune.id });
  if (!asked.ok) throw new Error(`not asked: ${asked.error.code} ${asked.error.reason}`);
  return { task, transferId: await offerOf(owner, task) };
}

/** How many rows of a task an officer sees. */
export function seenBy(officer: MadeOfficer, { id }: MadeTask) {
  return transaction(scopeOf(officer), async ({ sql }) => {
    const rows = await sql<{ tasks: number; records: number; doses: number }>(
      `select (select count(*)::int from task where id = $1) as tasks,
         (select count(*)::int from record r join task t on t.record_id = r.id where t.id = $1) as records,
         (select count(*)::int from dose d join task t on t.record_id = d.record_id where t.id = $1) as doses`,
      [id],
    );
    return rows[0];
  });
}
