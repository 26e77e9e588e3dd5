import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { SETTLING } from "@/lib/domain/matching/replay";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { BulkOutcome } from "@/lib/domain/tasks/bulk-outcome";
import type { Sql } from "@/lib/server/core/db";
import { compareIds } from "@/lib/server/matching/compare-again";
import { modelOfRun } from "@/lib/server/matching/run-model";
import { saveResults } from "@/lib/server/matching/writes";
import { applyIdentity } from "@/lib/server/records/writes";
import { moveTasks } from "../move";
import { passTasks } from "../pass";
import { TASK_COLUMNS } from "../sql";
import type { TaskRow } from "../task-row";
import { type JudgedRow, judgeRows } from "./judge";
import {
  appliedOf,
  type BulkLine,
  type BulkRow,
  countEnds,
  forceOfBulk,
  LINE_COLUMNS,
  touch,
} from "./run-row";

interface End {
  outcome: BulkOutcome;
  reason: string | null;
  /** the task's version as the row was left; null where it was not touched */
  version: number | null;
}
type Ends = Map<string, End>;

interface Applying {
  run: BulkRow;
  actor: Actor;
  model: MatchModel;
  lines: Map<string, BulkLine>;
}

const NEXT = `
  select ${LINE_COLUMNS} from bulk_line l where l.bulk_id = $1 and l.outcome is null
  order by l.task_id limit $2`;

// Whoever is in the middle of a step is waited for: their task has moved then, and is left alone.
const LOCK = `select ${TASK_COLUMNS} from task t where t.id = any($1) order by t.id for update`;

const SAVE = `
  update bulk_line l set outcome = x.outcome, reason = x.reason, after_version = x.version, at = now()
  from jsonb_to_recordset($2::jsonb) as x(task_id uuid, outcome text, reason text, version int)
  where l.bulk_id = $1 and l.task_id = x.task_id and l.outcome is null`;

const FINISH = `
  update bulk_run set state = 'done', finished_at = now(), touched_at = now() where id = $1`;

const left = (outcome: BulkOutcome, reason: string | null = null): End => ({
  outcome,
  reason,
  version: null,
});

/** Why a row is not even judged: moved since the list was made, or open on somebody's screen. */
function standing(task: TaskRow | undefined, line: BulkLine): End | null {
  if (!task || task.version !== line.version) return left("changed");
  const open = task.lease_until !== null && task.lease_until > new Date();
  return open ? left("skippedOpen") : null;
}

/** The list that each task was on stays the list that it is on. */
const listOf = (lines: Map<string, BulkLine>) => (task: TaskRow) =>
  lines.get(task.id)?.assignee_id ?? null;

/** Sent, corrected, compared again; then on its way to the source, or back with what is left. */
async function submitRows(sql: Sql, rows: JudgedRow[], of: Applying): Promise<Ends> {
  const { actor, model } = of;
  const modelVersion = model.version;
  const tasks = rows.map((row) => row.task);
  const sent = await moveTasks(sql, tasks, { event: "submit", by: "health", actor });
  await applyIdentity(
    sql,
    rows.flatMap((row) => row.changes),
  );
  const ids = tasks.map((task) => task.record_id);
  const all = await compareIds(sql, ids, { id: null, model });
  const compared = all.filter(({ decision }) => SETTLING.includes(decision.outcome));
  const rest = all.filter((one) => !compared.includes(one));
  const accepted = new Set(compared.map(({ record }) => record.id));
  const passing = sent.filter((task) => accepted.has(task.record_id));
  const done = await passTasks(sql, passing, { actor, modelVersion, compared });
  await saveResults(sql, rest, { runId: null, modelVersion, repairs: null, ahead: false });
  const failed = await moveTasks(
    sql,
    sent.filter((task) => !accepted.has(task.record_id)),
    { event: "fail", by: "system", actor, assigneeOf: listOf(of.lines) },
  );
  const rules = new Map(rest.map(({ record, decision }) => [record.id, decision.rule]));
  const end = (outcome: BulkOutcome, reason: string | null, task: TaskRow): [string, End] => [
    task.id,
    { outcome, reason, version: task.version },
  ];
  return new Map([
    ...done.map((task) => end("applied", null, task)),
    ...failed.map((task) => end("notAccepted", rules.get(task.record_id) ?? null, task)),
  ]);
}

const CONFIRMED = `
  update task t set confirmed = x.confirmed, confirmed_person_id = x.person_id
  from jsonb_to_recordset($1::jsonb) as x(id uuid, confirmed jsonb, person_id uuid) where t.id = x.id`;

/** Confirmed by police, waiting for their list. */
async function confirmRows(sql: Sql, rows: JudgedRow[], { actor }: Applying): Promise<Ends> {
  const tasks = rows.map((row) => row.task);
  const moved = await moveTasks(sql, tasks, { event: "confirm", by: "police", actor });
  const wanted = rows.map(({ task, confirmed, pair }) => ({
    id: task.id,
    confirmed,
    person_id: pair?.personId ?? null,
  }));
  await sql(CONFIRMED, [JSON.stringify(wanted)]);
  return new Map(
    moved.map((task) => [task.id, { outcome: "applied", reason: null, version: task.version }]),
  );
}

async function applyRows(sql: Sql, tasks: TaskRow[], of: Applying): Promise<Ends> {
  const { run, actor, model } = of;
  const judged = await judgeRows(sql, tasks, { applied: appliedOf(run), actor, model });
  const ends: Ends = new Map();
  const going: JudgedRow[] = [];
  for (const row of judged) {
    if (row.refusal) ends.set(row.task.id, left("refused", row.refusal));
    else going.push(row);
  }
  if (going.length === 0) return ends;
  const work = forceOfBulk(run) === "police" ? confirmRows : submitRows;
  return new Map([...ends, ...(await work(sql, going, of))]);
}

/**
 * Does the next slice of a bulk as single commands would, row by row accounted for. Tasks, corrections
 * and the bulk's lines share the caller's transaction: a row is done once, whoever dies. Null when
 * nothing is left.
 */
export async function applySlice(
  sql: Sql,
  run: BulkRow,
  of: { actor: Actor; size: number },
): Promise<Record<string, number> | null> {
  const next = await sql<BulkLine>(NEXT, [run.id, of.size]);
  if (next.length === 0) {
    await sql(FINISH, [run.id]);
    return null;
  }
  const lines = new Map(next.map((line) => [line.task_id, line]));
  const found = await sql<TaskRow>(LOCK, [[...lines.keys()]]);
  const tasks = new Map(found.map((task) => [task.id, task]));
  const ends: Ends = new Map();
  for (const line of next) {
    const end = standing(tasks.get(line.task_id), line);
    if (end) ends.set(line.task_id, end);
  }
  const model = await modelOfRun(sql);
  const free = found.filter((task) => !ends.has(task.id));
  const applied = await applyRows(sql, free, { run, actor: of.actor, model, lines });
  for (const [id, end] of applied) ends.set(id, end);
  const rows = [...ends].map(([task_id, end]) => ({ task_id, ...end }));
  await sql(SAVE, [run.id, JSON.stringify(rows)]);
  await touch(sql, run.id);
  return countEnds(ends.values());
}
