import "server-only";
import { prepared } from "@/lib/server/core/prepared";

/** Columns of a task that guards and moves need. */
export const TASK_COLUMNS =
  "t.id, t.record_id, t.unit_id, t.unit_path, t.hamlet_id, t.state, t.force, t.first_force, t.version," +
  " t.assignee_id, t.lease_by_id, t.lease_until, t.confirmed_person_id, t.confirmed, t.handover_id," +
  " t.resume_to, t.proposed, t.sampled, t.returns, t.unread_return, t.escalated_at, t.wait_reason," +
  " t.wait_until, t.attempts, t.clock_stopped_at, t.due_on, t.acted_by, t.moved_by_id, t.state_since," +
  " t.before, t.resolution";

export const GET_TASK = prepared(`select ${TASK_COLUMNS} from task t where t.id = $1 for update`);

/** The same without a lock: to show, never to write. */
export const READ_TASK = `select ${TASK_COLUMNS} from task t where t.id = $1`;

/** What an undo brings back: everything that a step may change in a task. */
const BEFORE = `jsonb_build_object('state', t.state, 'force', t.force, 'first_force', t.first_force,
  'resume_to', t.resume_to, 'proposed', t.proposed, 'sampled', t.sampled, 'returns', t.returns,
  'unread_return', t.unread_return, 'escalated_at', t.escalated_at, 'wait_reason', t.wait_reason,
  'wait_until', t.wait_until, 'clock_stopped_at', t.clock_stopped_at, 'due_on', t.due_on,
  'assignee_id', t.assignee_id, 'confirmed', t.confirmed, 'confirmed_person_id', t.confirmed_person_id,
  'handover_id', t.handover_id, 'resolution', t.resolution, 'closed_at', t.closed_at,
  'acted_by', t.acted_by, 'last_comment', t.last_comment, 'found', t.found, 'evidence', t.evidence)`;

// What the system does in the same transaction as somebody's step is taken back along with it: only such a
// step is younger than the beginning of the transaction.
const GOES_ALONG = "x.goes_with and t.before is not null and t.state_since >= now()";

// Guarded by version: a row that moved meanwhile isn't touched, and is missing from the answer. The
// event is written along with the step: one message to the database, and never the one without the other.
export const MOVE_TASKS = prepared(`
  with moved as (
    update task t set state = x.to_state, force = x.owner, first_force = x.first_force,
      state_since = clock_timestamp(), version = t.version + 1,
      lease_by_id = null, lease_until = null, assignee_id = x.assignee_id, resume_to = x.resume_to,
      resolution = x.resolution, closed_at = case when x.to_state = 'closed' then now() end,
      last_comment = coalesce(x.comment, t.last_comment),
      proposed = x.proposed, sampled = x.sampled, returns = x.returns, unread_return = x.unread_return,
      escalated_at = case when x.escalated then coalesce(t.escalated_at, now()) end,
      wait_reason = x.wait_reason, wait_until = x.wait_until, due_on = x.due_on,
      clock_stopped_at = case when x.clock_stopped then coalesce(t.clock_stopped_at, now()) end,
      acted_by = case when x.acted is null or x.acted = any(t.acted_by) then t.acted_by
        else t.acted_by || x.acted end,
      confirmed = coalesce(x.confirmed, t.confirmed),
      confirmed_person_id = case when x.confirmed is null then t.confirmed_person_id
        else x.confirmed_person_id end,
      moved_by_id = case when ${GOES_ALONG} then t.moved_by_id else x.by_id end,
      before = case when x.undoable then ${BEFORE} when ${GOES_ALONG} then t.before end
    from jsonb_to_recordset($1::jsonb) as x(id uuid, version int, to_state text, owner text,
      first_force text, resume_to text, assignee_id uuid, resolution text, comment text, proposed text,
      sampled boolean, returns int, unread_return boolean, escalated boolean, wait_reason text,
      wait_until date, due_on date, clock_stopped boolean, acted uuid, undoable boolean, goes_with boolean,
      confirmed jsonb, confirmed_person_id uuid, event_id uuid, event text, from_state text, by_id uuid,
      by_owner text, decided jsonb)
    where t.id = x.id and t.version = x.version
    returning ${TASK_COLUMNS}, x.event_id, x.event, x.from_state, x.to_state, x.by_id, x.comment,
      x.by_owner, x.decided, case when t.opened_by_id = x.by_id then t.opened_at end as opened_at),
  told as (
    insert into task_event (id, task_id, record_id, unit_path, event, from_state, to_state, by_id, comment,
      version, by_owner, decided, opened_at)
    select t.event_id, t.id, t.record_id, t.unit_path, t.event, t.from_state, t.to_state, t.by_id, t.comment,
      t.version, t.by_owner, t.decided, t.opened_at from moved t)
  select ${TASK_COLUMNS} from moved t`);

/** Brings back what the last step changed. */
export const RESTORE_TASK = `
  update task t set state = b.state, force = b.force, first_force = b.first_force,
    resume_to = b.resume_to, proposed = b.proposed, sampled = b.sampled, returns = b.returns,
    unread_return = b.unread_return, escalated_at = b.escalated_at, wait_reason = b.wait_reason,
    wait_until = b.wait_until, clock_stopped_at = b.clock_stopped_at, due_on = b.due_on,
    assignee_id = b.assignee_id, confirmed = b.confirmed, confirmed_person_id = b.confirmed_person_id,
    handover_id = b.handover_id, resolution = b.resolution, closed_at = b.closed_at,
    acted_by = b.acted_by, last_comment = b.last_comment, found = b.found, evidence = b.evidence,
    state_since = clock_timestamp(), version = t.version + 1, moved_by_id = $3, before = null,
    lease_by_id = null, lease_until = null
  from (select o.id as of_id, r.* from task o, jsonb_populate_record(null::task, o.before) r) b
  where b.of_id = t.id and t.id = $1 and t.version = $2 and t.before is not null
  returning ${TASK_COLUMNS}`;

export const INSERT_EVENTS = prepared(`
  insert into task_event (id, task_id, record_id, unit_path, event, from_state, to_state, by_id, comment,
    version, by_owner, decided)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, task_id uuid, record_id uuid, unit_path text,
    event text, from_state text, to_state text, by_id uuid, comment text, version int, by_owner text,
    decided jsonb)`);

export const INSERT_TASKS = `
  insert into task (id, record_id, unit_id, unit_path, hamlet_id, state, force, first_force, rule,
                    main_class, main_field, effort, assignee_id, due_on, renewed, version)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, unit_id text, unit_path text,
    hamlet_id uuid, state text, force text, first_force text, rule text, main_class text, main_field text,
    effort int, assignee_id uuid, due_on date, renewed jsonb, version int)`;

// Expiry is judged here, by the database's clock; who already holds the task keeps it. A renewal is
// no new opening: how long the work took is counted from the first.
export const CLAIM = prepared(`
  update task t set lease_by_id = $2, lease_until = now() + interval '30 minutes', opened_by_id = $2,
    opened_at = case when t.lease_by_id = $2 and t.lease_until >= now() then t.opened_at else now() end
  where t.id = $1 and t.force = $3 and t.state <> 'closed'
    and (t.lease_by_id is null or t.lease_by_id = $2 or t.lease_until < now())
  returning t.lease_until, t.version`);

// Only where something of the registry is on the screen: a hamlet team, or a record without any
// candidate, is shown nobody.
const SHOWN_OF = (from: string) => `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  select $1::uuid, r.id, 'shown', array['fullName','birthDate','sex','idNumber'], 'task'
  from ${from} c join record r on r.id = c.record_id
  where exists (select 1 from match_candidate m where m.result_id = r.match_result_id)`;

/** That a task's record was put on an officer's screen beside the registry: $1 officer, $2 task. */
export const SHOWN = prepared(SHOWN_OF("(select record_id from task where id = $2)"));

// One index scan where the officer has work of their own, a second one only where not: see `next_task`.
// Whose list it was on, and what of the registry comes to the screen, are written along with it.
export const CLAIM_NEXT = prepared(`
  with next as materialized (select * from next_task($1, $2, $3, $4)),
  claimed as (
    update task t set lease_by_id = $1, lease_until = now() + interval '30 minutes', assignee_id = $1,
      opened_by_id = $1,
      opened_at = case when t.lease_by_id = $1 and t.lease_until >= now() then t.opened_at else now() end
    from next where t.id = next.id
    returning t.id, t.version, t.lease_until, t.unit_path, t.record_id, next.assignee_id as from_id),
  noted as (
    insert into task_assignment (id, task_id, unit_path, from_id, to_id, by_id, reason)
    select $5::uuid, c.id, c.unit_path, c.from_id, $1, $1, 'taken' from claimed c
    where c.from_id is distinct from $1),
  shown as (${SHOWN_OF("claimed")})
  select c.id, c.version, c.lease_until from claimed c`);

export const HOLDER = `
  select t.lease_by_id, t.lease_until, t.state, t.force, o.full_name
  from task t left join officer o on o.id = t.lease_by_id where t.id = $1`;

// What the system does at once after somebody's command is that person's doing.
export const LAST_CHANGE = `
  select e.at, e.event, o.full_name from task_event e left join officer o on o.id = e.by_id
  where e.task_id = $1 order by (e.by_id is null), e.version desc limit 1`;
