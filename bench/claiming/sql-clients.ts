import pg from "pg";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import { writeAudit } from "@/lib/server/core/audit";
import type { Sql } from "@/lib/server/core/db";
import { prepared, preparedName } from "@/lib/server/core/prepared";
import { takeNext } from "@/lib/server/tasks/claim-next";
import { moveTask } from "@/lib/server/tasks/move";
import { getTaskFor } from "@/lib/server/tasks/task-row";

/** As the portal's own connections: days stay text. */
const DATE = 1082;
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === DATE ? (value: string) => value : pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

function sqlOn(client: pg.ClientBase): Sql {
  return async <Row extends object>(text: string, values: unknown[] = []) =>
    (await client.query<Row>({ name: preparedName(text), text, values, types })).rows;
}

const SET_SCOPE = prepared(
  "select set_config('app.officer',$1,true), set_config('app.scope_from',$2,true), set_config('app.scope_to',$3,true)," +
    " set_config('app.record_from',$4,true), set_config('app.record_to',$5,true), set_config('app.hamlet',$6,true)",
);

async function asActor<T>(pool: pg.Pool, actor: Actor, run: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const sql = sqlOn(client);
    await client.query("begin");
    await sql(SET_SCOPE, Object.values(scopeOf(actor)));
    const done = await run(sql);
    await client.query("commit");
    return done;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

type Claimed = { taskId: string; version: number } | null;

async function claim(sql: Sql, actor: Actor, exceptId: string | null): Promise<Claimed> {
  const next = await takeNext(sql, actor, exceptId);
  const note = { entity: "task", entityId: next?.taskId };
  await writeAudit(sql, { actor, command: "task.claimNext", result: "done", note });
  return next;
}

async function complete(sql: Sql, actor: Actor, held: NonNullable<Claimed>): Promise<void> {
  const task = await getTaskFor(sql, actor, held);
  await moveTask(sql, task, { event: "confirm", by: "police", actor });
  const note = { entity: "task", entityId: task.id, detail: { from: task.state, to: "handover" } };
  await writeAudit(sql, { actor, command: "task.confirm", result: "done", note });
}

export type Way = "together" | "apart";

/**
 * One officer at work with the statements of the portal: claims and completes until the time is over.
 * `together` is how the portal does it (the next task comes with the finished one), `apart` commits
 * each on its own. Tells of every finished pair.
 */
export async function officerAtWork(
  pool: pg.Pool,
  actor: Actor,
  of: { way: Way; until: number; done: (taskId: string) => void },
): Promise<void> {
  let held = await asActor(pool, actor, (sql) => claim(sql, actor, null));
  while (held && performance.now() < of.until) {
    const now = held;
    if (of.way === "together") {
      held = await asActor(pool, actor, async (sql) => {
        await complete(sql, actor, now);
        return claim(sql, actor, now.taskId);
      });
    } else {
      await asActor(pool, actor, (sql) => complete(sql, actor, now));
      held = await asActor(pool, actor, (sql) => claim(sql, actor, null));
    }
    of.done(now.taskId);
  }
}
