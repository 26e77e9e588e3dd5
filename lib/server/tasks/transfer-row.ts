import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import type { Sql } from "@/lib/server/core/db";

export interface TransferRow {
  id: string;
  task_id: string;
  asked_by_id: string;
}

const ASKED = `
  select id, task_id, asked_by_id from transfer where task_id = $1 and state = 'asked'`;

/** The offer of a task that waits for its answer. */
export async function findAsked(sql: Sql, taskId: string): Promise<TransferRow | null> {
  return (await sql<TransferRow>(ASKED, [taskId]))[0] ?? null;
}

const END = `
  update transfer set state = $2, answer = $3, answered_by_id = $4, answered_by_name = $5, answered_at = now()
  where task_id = $1 and state = 'asked'`;

/** Ends the offer of a task; without an actor it never was. */
export async function endTransfer(
  sql: Sql,
  taskId: string,
  of: { state: "refused" | "recalled" | "undone"; actor?: Actor; answer?: string },
): Promise<void> {
  const { officerId = null, fullName = null } = of.actor ?? {};
  await sql(END, [taskId, of.state, of.answer ?? null, officerId, fullName]);
}

const AGAIN = `
  update transfer set state = 'asked', answer = null, answered_by_id = null, answered_by_name = null,
    answered_at = null
  where id = (select id from transfer where task_id = $1 and state in ('recalled', 'refused')
              order by answered_at desc limit 1)`;

/** The last answer was taken back: the offer stands as before. */
export async function askAgain(sql: Sql, taskId: string): Promise<void> {
  await sql(AGAIN, [taskId]);
}

const SET_RECORDS =
  "select set_config('app.record_from', $1, true), set_config('app.record_to', $2, true)";

/**
 * Steps into the place of the unit that asks, for an answer from outside: only where the database
 * says that the offer is the caller's to answer, and only until the transaction ends or `stepBack`.
 */
export async function stepInto(sql: Sql, transferId: string): Promise<boolean> {
  const [offered] = await sql<{ place: string | null }>("select offered_place($1) as place", [
    transferId,
  ]);
  if (!offered?.place) return false;
  await sql(SET_RECORDS, [offered.place, `${offered.place.slice(0, -1)}/`]);
  return true;
}

/** Back to the actor's own rows. */
export async function stepBack(sql: Sql, actor: Actor): Promise<void> {
  const scope = scopeOf(actor);
  await sql(SET_RECORDS, [scope["app.record_from"], scope["app.record_to"]]);
}

const REFUSED = `
  select id from transfer where task_id = $1 and state = 'refused' and answered_by_id = $2
  order by answered_at desc limit 1`;

/** Steps into the place of a task that the actor has refused just now, to take that back. */
export async function stepToRefused(sql: Sql, actor: Actor, taskId: string): Promise<boolean> {
  const [refused] = await sql<{ id: string }>(REFUSED, [taskId, actor.officerId]);
  return refused ? stepInto(sql, refused.id) : false;
}
