import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { AuditLine } from "@/lib/server/core/audit";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { CLAIM_NEXT } from "./sql";

/** A task that has been opened for the officer: until when (ISO), and the version to send. */
export interface NextTask {
  taskId: string;
  version: number;
  until: string;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

interface ClaimedRow {
  id: string;
  version: number;
  lease_until: Date;
}

/**
 * Opens the most useful task for the officer: their own that is due first, else their unit's; never
 * one that a colleague has open. Whoever had it on their list reads so. Null when nothing is left.
 */
export async function takeNext(
  sql: Sql,
  actor: Actor,
  exceptId: string | null,
): Promise<NextTask | null> {
  const force = forceOf(actor);
  if (!force) return null;
  const of = [actor.officerId, force, actor.unitId, exceptId ?? NOBODY, newId()];
  const [claimed] = await sql<ClaimedRow>(CLAIM_NEXT, of);
  if (!claimed) return null;
  return {
    taskId: claimed.id,
    version: claimed.version,
    until: claimed.lease_until.toISOString(),
  };
}

/** "Nhận việc tiếp theo". */
export const claimNextTask = command({
  name: "task.claimNext",
  permission: "task:claim",
  input: z.object({ exceptId: z.uuid().nullish() }),
  async run({ sql, actor }, { exceptId }) {
    const next = await takeNext(sql, actor, exceptId ?? null);
    return { data: next, audit: { entity: "task", entityId: next?.taskId } };
  },
});

/** The next task along with a finished one, in the same transaction and with an audit row of its own. */
export async function takeNextAlong(
  { sql, actor }: CommandContext,
  doneId: string,
): Promise<{ next: NextTask | null; also: AuditLine[] }> {
  const next = await takeNext(sql, actor, doneId);
  const note = { entity: "task", entityId: next?.taskId };
  const line: AuditLine = { actor, command: claimNextTask.door.name, result: "done", note };
  return { next, also: next ? [line] : [] };
}
