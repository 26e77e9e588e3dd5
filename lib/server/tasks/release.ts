import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { SETTLING } from "@/lib/domain/matching/replay";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { TaskState } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { compareIds } from "@/lib/server/matching/compare-again";
import { currentVersion, getModel } from "@/lib/server/matching/models";
import { moveTasks } from "./move";
import { passTasks } from "./pass";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

export interface ReleaseRow {
  id: string;
  model_version: string;
  state: string;
}

/**
 * What became of a task: closed as a false alarm; waiting for its source because something was
 * repaired or corrected, or for another officer where the sample takes it; open at somebody's just
 * now, and asked again later; not accepted after all; confirmed by police, whose word stands; or
 * settled meanwhile.
 */
export type ReleaseOutcome =
  | "closed"
  | "publishing"
  | "approving"
  | "held"
  | "notAccepted"
  | "confirmed"
  | "settled";

/** The release with its row locked, so that two workers never take the same slice. */
export async function lockRelease(sql: Sql, releaseId: string): Promise<ReleaseRow | null> {
  const rows = await sql<ReleaseRow>(
    "select id, model_version, state from model_release where id = $1 for update",
    [releaseId],
  );
  return rows[0] ?? null;
}

const NEXT = `
  select l.task_id from model_release_line l
  where l.release_id = $1 and (l.outcome is null or (l.outcome = 'held'
    and not exists (select 1 from task t where t.id = l.task_id and t.lease_until > now())))
  order by l.task_id limit $2`;

const TASKS = `select ${TASK_COLUMNS} from task t where t.id = any($1) order by t.id for update`;

const SAVE = `
  update model_release_line l set outcome = x.outcome, at = now()
  from jsonb_to_recordset($2::jsonb) as x(task_id uuid, outcome text)
  where l.release_id = $1 and l.task_id = x.task_id`;

// The officers who had reported it were right.
const UPHOLD = `
  update system_report set state = 'upheld', decided_by_id = $2, decided_at = now()
  where task_id = any($1) and state = 'open'`;

const TOUCH = "update model_release set state = 'running', touched_at = now() where id = $1";
const FINISH = `
  update model_release set state = $2, finished_at = now(), touched_at = now() where id = $1`;
const HELD = "select 1 from model_release_line where release_id = $1 and outcome = 'held' limit 1";

const BEYOND: readonly TaskState[] = ["rematching", "publishing", "transferring", "closed"];

function standing(task: TaskRow): "held" | "confirmed" | "settled" | null {
  if (BEYOND.includes(task.state)) return "settled";
  if (task.lease_until !== null && task.lease_until > new Date()) return "held";
  return task.confirmed === null ? null : "confirmed";
}

type Outcomes = Map<string, ReleaseOutcome>;

async function releaseAccepted(
  sql: Sql,
  tasks: TaskRow[],
  of: { model: MatchModel; actor: Actor },
): Promise<Outcomes> {
  const { model, actor } = of;
  const ids = tasks.map((task) => task.record_id);
  const all = await compareIds(sql, ids, { id: null, model });
  const compared = all.filter(({ decision }) => SETTLING.includes(decision.outcome));
  const accepted = new Set(compared.map(({ record }) => record.id));
  const going = tasks.filter((task) => accepted.has(task.record_id));
  const released = await moveTasks(sql, going, { event: "release", by: "system", actor });
  const modelVersion = model.version;
  const done = await passTasks(sql, released, { actor, modelVersion, compared });
  await sql(UPHOLD, [going.map((task) => task.id), actor.officerId]);
  const outcomes: Outcomes = new Map(tasks.map((task) => [task.id, "notAccepted"]));
  for (const task of done)
    outcomes.set(task.id, task.state as "closed" | "publishing" | "approving");
  return outcomes;
}

/** How many tasks of a slice came to each end. */
export type ReleaseCounts = Partial<Record<ReleaseOutcome, number>>;

function count(outcomes: Outcomes): ReleaseCounts {
  const counts: ReleaseCounts = {};
  for (const outcome of outcomes.values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Nothing can be done now: over, or somebody still has a task open and the release waits for them. */
async function rest(sql: Sql, releaseId: string): Promise<null> {
  const held = await sql(HELD, [releaseId]);
  if (held.length > 0) await sql(TOUCH, [releaseId]);
  else await sql(FINISH, [releaseId, "done"]);
  return null;
}

/**
 * Releases the next slice of tasks, each compared once more with the version. Tasks, their ends and the
 * release's lines share the caller's transaction. Null when nothing is left to do for now.
 */
export async function releaseSlice(
  sql: Sql,
  release: ReleaseRow,
  of: { actor: Actor; size: number },
): Promise<ReleaseCounts | null> {
  // Another version has been approved since: this one has nothing more to say.
  if ((await currentVersion(sql)) !== release.model_version) {
    await sql(FINISH, [release.id, "stopped"]);
    return null;
  }
  const next = await sql<{ task_id: string }>(NEXT, [release.id, of.size]);
  if (next.length === 0) return rest(sql, release.id);
  const tasks = await sql<TaskRow>(TASKS, [next.map((row) => row.task_id)]);
  const outcomes: Outcomes = new Map();
  const free: TaskRow[] = [];
  for (const task of tasks) {
    const outcome = standing(task);
    if (outcome) outcomes.set(task.id, outcome);
    else free.push(task);
  }
  const model = await getModel(sql, release.model_version);
  const { actor } = of;
  for (const [id, outcome] of await releaseAccepted(sql, free, { model, actor })) {
    outcomes.set(id, outcome);
  }
  const lines = [...outcomes].map(([task_id, outcome]) => ({ task_id, outcome }));
  await sql(SAVE, [release.id, JSON.stringify(lines)]);
  await sql(TOUCH, [release.id]);
  return count(outcomes);
}
