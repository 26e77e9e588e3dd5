import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { type UndoOutcome, WORKED_OUTCOMES } from "@/lib/domain/tasks/bulk-outcome";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { TaskState } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { compareIds } from "@/lib/server/matching/compare-again";
import { modelOfRun } from "@/lib/server/matching/run-model";
import { saveResults } from "@/lib/server/matching/writes";
import { applyIdentity, type IdentityChange } from "@/lib/server/records/writes";
import { moveTasks } from "../move";
import { TASK_COLUMNS } from "../sql";
import type { TaskRow } from "../task-row";
import {
  type BulkLine,
  type BulkRow,
  countEnds,
  forceOfBulk,
  LINE_COLUMNS,
  touch,
} from "./run-row";

const NEXT = `
  select ${LINE_COLUMNS} from bulk_line l
  where l.bulk_id = $1 and l.outcome = any($2) and l.undo_outcome is null order by l.task_id limit $3`;

const LOCK = `select ${TASK_COLUMNS} from task t where t.id = any($1) order by t.id for update`;

// What has gone on its way to the source, and records that have another open task by now.
const GONE = `
  select t.id, bool_or(c.published_at is not null and c.at >= l.at) as published,
    bool_or(c.publication_id is not null and c.published_at is null) as in_file,
    exists (select 1 from task o where o.record_id = t.record_id and o.id <> t.id and o.state <> 'closed') as other
  from task t join bulk_line l on l.task_id = t.id and l.bulk_id = $1
  left join correction c on c.record_id = t.record_id
  where t.id = any($2) group by t.id, t.record_id`;

interface Gone {
  id: string;
  published: boolean | null;
  in_file: boolean | null;
  other: boolean;
}

// The corrections of a row bear the moment of its transaction; of a field the first "from" counts.
const MADE = `
  select distinct on (c.record_id, c.field) c.record_id as "recordId", c.task_id as "taskId", c.field,
    first_value(c.to_value) over w as "from", c.from_value as "to"
  from bulk_line l join correction c on c.task_id = l.task_id and c.at = l.at
  where l.bulk_id = $1 and l.task_id = any($2)
  window w as (partition by c.record_id, c.field order by c.id desc)
  order by c.record_id, c.field, c.id`;

const SAVE = `
  update bulk_line l set undo_outcome = x.outcome, undone_at = now()
  from jsonb_to_recordset($2::jsonb) as x(task_id uuid, outcome text)
  where l.bulk_id = $1 and l.task_id = x.task_id and l.undo_outcome is null`;

const FINISH = `
  update bulk_run set state = 'done', undone_at = now(), touched_at = now() where id = $1`;

function goneOutcome(gone: Gone | undefined): UndoOutcome | null {
  if (gone?.published) return "published";
  return gone?.in_file ? "inFile" : null;
}

function isTouched(task: TaskRow, line: BulkLine, gone: Gone | undefined): boolean {
  return task.version !== line.after_version || gone?.other === true;
}

/** Why a row stays as it is; null where it is taken back. */
function standing(
  task: TaskRow | undefined,
  line: BulkLine,
  gone: Gone | undefined,
): UndoOutcome | null {
  const away = goneOutcome(gone);
  if (away) return away;
  if (!task) return "touched";
  if (task.handover_id && task.state === "handover") return "listed";
  if (isTouched(task, line, gone)) return "touched";
  return task.lease_until !== null && task.lease_until > new Date() ? "open" : null;
}

/** By which event a task goes back, by the state that the bulk left it in; none where it never left. */
const BACK: Partial<Record<TaskState, TaskEvent>> = {
  publishing: "undo",
  approving: "takeBack",
  handover: "takeBack",
  closed: "reopen",
};

interface Undoing {
  run: BulkRow;
  actor: Actor;
  lines: Map<string, BulkLine>;
}

async function moveBack(sql: Sql, tasks: TaskRow[], of: Undoing): Promise<void> {
  const force = forceOfBulk(of.run);
  const assigneeOf = (task: TaskRow) => of.lines.get(task.id)?.assignee_id ?? null;
  const common = { actor: of.actor, assigneeOf, ofBulk: true };
  for (const event of new Set(Object.values(BACK))) {
    const going = tasks.filter((task) => BACK[task.state] === event);
    const moved = await moveTasks(sql, going, { ...common, event, by: force });
    if (event !== "reopen") continue;
    await moveTasks(sql, moved, { ...common, event: "assign", by: "system", route: force });
  }
}

const UNCONFIRM = "update task set confirmed = null, confirmed_person_id = null where id = any($1)";

/** Corrections in the other direction; what was corrected stays in the record's history. */
async function correctBack(sql: Sql, tasks: TaskRow[], { run, actor }: Undoing): Promise<void> {
  const made = await sql<Pick<IdentityChange, "recordId" | "taskId" | "field" | "from" | "to">>(
    MADE,
    [run.id, tasks.map((task) => task.id)],
  );
  const source = forceOfBulk(run) === "police" ? "police" : "health";
  await applyIdentity(
    sql,
    made.map((one) => ({ ...one, source, byId: actor.officerId })),
  );
  if (made.length === 0) return;
  const model = await modelOfRun(sql);
  const ids = tasks.map((task) => task.record_id);
  const compared = await compareIds(sql, ids, { id: null, model });
  const modelVersion = model.version;
  await saveResults(sql, compared, { runId: null, modelVersion, repairs: null, ahead: false });
}

async function takeBack(sql: Sql, tasks: TaskRow[], of: Undoing): Promise<void> {
  if (tasks.length === 0) return;
  await moveBack(sql, tasks, of);
  if (forceOfBulk(of.run) === "police") await sql(UNCONFIRM, [tasks.map((task) => task.id)]);
  else await correctBack(sql, tasks, of);
}

/**
 * Takes back the next slice of what a bulk has done; rows that somebody went on with, or that are on
 * their way to the source, are left and listed. Null when every row has been looked at.
 */
export async function undoSlice(
  sql: Sql,
  run: BulkRow,
  of: { actor: Actor; size: number },
): Promise<Record<string, number> | null> {
  const next = await sql<BulkLine>(NEXT, [run.id, WORKED_OUTCOMES, of.size]);
  if (next.length === 0) {
    await sql(FINISH, [run.id]);
    return null;
  }
  const lines = new Map(next.map((line) => [line.task_id, line]));
  const ids = [...lines.keys()];
  const found = await sql<TaskRow>(LOCK, [ids]);
  const tasks = new Map(found.map((task) => [task.id, task]));
  const gone = new Map((await sql<Gone>(GONE, [run.id, ids])).map((row) => [row.id, row]));
  const ends = next.map((line) => {
    const { task_id } = line;
    const outcome = standing(tasks.get(task_id), line, gone.get(task_id)) ?? "undone";
    return { task_id, outcome };
  });
  const back = ends.flatMap(({ task_id, outcome }) =>
    outcome === "undone" ? (tasks.get(task_id) ?? []) : [],
  );
  await takeBack(sql, back, { run, actor: of.actor, lines });
  await sql(SAVE, [run.id, JSON.stringify(ends)]);
  await touch(sql, run.id);
  return countEnds(ends);
}
