import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import type { FieldComparison } from "@/lib/domain/matching/vocabulary";
import { writtenIdentity } from "@/lib/domain/records/field-value";
import { turnBegins } from "@/lib/domain/tasks/approval-turn";
import { type BeforeAfter, beforeAfter } from "@/lib/domain/tasks/before-after";
import type { CorrectableField, FieldValues } from "@/lib/domain/tasks/field-policy";
import { step } from "@/lib/domain/tasks/flow";
import type { Resolution } from "@/lib/domain/tasks/states";
import { found } from "@/lib/server/core/error";
import { type QueryContext, query } from "@/lib/server/core/query";
import { dateOf, type IdentityRow } from "@/lib/server/matching/subjects";
import { readCalendar } from "@/lib/server/units/calendar";
import { noteDelivered } from "./delivered";
import { subjectOf } from "./facts";
import { READ_TASK } from "./sql";
import { partsOf, type TaskRow } from "./task-row";

const RECORD = `
  select r.full_name, r.birth_date, r.birth_precision, r.sex, r.id_number, r.phone, r.address,
    r.match_result_id as "resultId"
  from record r where r.id = $1`;

// The one whom police confirmed, or whom the record agrees with now; of no other candidate anything is read.
const PERSON = `
  select p.full_name, p.birth_date, p.birth_precision, p.sex, p.id_number, c.fields
  from match_candidate c join person p on p.id = c.person_id
  where c.result_id = $1 order by (c.person_id = $2) desc nulls last, c.rank limit 1`;

// How each field stood before the first correction that has not gone to the source.
const CHANGES = `
  select distinct on (c.field) c.field, c.from_value as "from", last.source, last.at, o.full_name as name
  from correction c
  join lateral (select * from correction l where l.record_id = c.record_id and l.field = c.field
    and l.published_at is null and l.publication_id is null order by l.at desc, l.id desc limit 1) last on true
  left join officer o on o.id = last.by_id
  where c.record_id = $1 and c.published_at is null and c.publication_id is null
  order by c.field, c.at, c.id`;

const PROPOSED_BY = `
  select o.full_name as name, u.name as unit from task_event e
  left join officer o on o.id = e.by_id left join unit u on u.id = o.unit_id
  where e.task_id = $1 and e.event in ('submit', 'cannotFind', 'giveUp') order by e.version desc limit 1`;

interface RecordRow extends IdentityRow {
  phone: string | null;
  address: string | null;
  resultId: string | null;
}

interface PersonRow extends IdentityRow {
  fields: FieldComparison[];
}

interface Change {
  field: CorrectableField;
  from: string | null;
  source: string;
  at: Date;
  name: string | null;
}

function written(row: IdentityRow): FieldValues {
  const sex = row.sex as "male" | "female" | null;
  return writtenIdentity({
    fullName: row.full_name,
    birthDate: dateOf(row),
    sex,
    idNumber: row.id_number,
  });
}

/** What somebody is asked to approve. */
export interface ApprovalView {
  /** the closing that is proposed; null where it is a correction */
  proposed: Resolution | null;
  proposedBy: { name: string | null; unit: string | null } | null;
  since: Date;
  /** from when on the level above may approve it too */
  aboveSince: Date;
  rows: BeforeAfter[];
  /** whose value each changed field has, by whom and when */
  changes: Omit<Change, "from">[];
  confirmedByPolice: boolean;
  hasRegistry: boolean;
  /** why the viewer may not approve it; null where they may */
  refusal: string | null;
}

function refusalFor(task: TaskRow, { actor }: QueryContext): string | null {
  if (!partsOf(actor).includes("approver")) return "notApprover";
  const may = step(subjectOf(task, { actor, now: new Date() }), "approve", "approver");
  return may.ok ? null : may.reason;
}

async function readPerson(
  ctx: QueryContext,
  task: TaskRow,
  resultId: string | null,
): Promise<PersonRow | null> {
  if (!resultId) return null;
  const [person] = await ctx.sql<PersonRow>(PERSON, [resultId, task.confirmed_person_id]);
  if (!person) return null;
  await noteDelivered(ctx, task.record_id);
  return person;
}

/**
 * A task that waits for approval, for whoever is to judge it: the record before and after, the
 * registry's side as the viewer may see it, and nothing of how the engine rates it.
 */
export const getApproval = query<string, ApprovalView>("task:read", async (ctx, taskId) => {
  const { sql, actor } = ctx;
  const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
  const waiting = found(task.state === "approving" ? task : null);
  const record = found((await sql<RecordRow>(RECORD, [task.record_id]))[0]);
  const person = await readPerson(ctx, task, record.resultId);
  const changes = await sql<Change>(CHANGES, [task.record_id]);
  const after = { ...written(record), phone: record.phone, address: record.address };
  const before = { ...after, ...Object.fromEntries(changes.map((one) => [one.field, one.from])) };
  const confirmed = task.confirmed !== null;
  const registry = task.confirmed ?? (person ? written(person) : null);
  const comparisons = person?.fields ?? [];
  const [proposedBy] = await sql<{ name: string | null; unit: string | null }>(PROPOSED_BY, [
    taskId,
  ]);
  return {
    proposed: waiting.proposed,
    proposedBy: proposedBy ?? null,
    since: task.state_since,
    aboveSince: turnBegins(task.state_since, 1, await readCalendar(sql)),
    rows: beforeAfter({ before, after, registry, comparisons, confirmed }, forceOf(actor)),
    changes: changes.map(({ from: _, ...change }) => change),
    confirmedByPolice: confirmed,
    hasRegistry: registry !== null,
    refusal: refusalFor(task, ctx),
  };
});
