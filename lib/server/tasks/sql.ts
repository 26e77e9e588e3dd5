import "server-only";

/** Columns of a task that guards and moves need. */
export const TASK_COLUMNS =
  "t.id, t.record_id, t.unit_id, t.unit_path, t.hamlet_id, t.state, t.force, t.first_force, t.version," +
  " t.assignee_id, t.lease_by_id, t.lease_until, t.confirmed_person_id, t.confirmed, t.handover_id," +
  " t.resume_to";

export const GET_TASK = `select ${TASK_COLUMNS} from task t where t.id = $1 for update`;

// Guarded by version: a row that moved meanwhile isn't touched, and is missing from the answer.
export const MOVE_TASKS = `
  update task t set state = x.to_state, force = x.owner, state_since = now(), version = t.version + 1,
    lease_by_id = null, lease_until = null, assignee_id = x.assignee_id, resume_to = x.resume_to,
    resolution = x.resolution, closed_at = case when x.to_state = 'closed' then now() end,
    last_comment = coalesce(x.comment, t.last_comment)
  from jsonb_to_recordset($1::jsonb) as x(id uuid, version int, to_state text, owner text,
    resume_to text, assignee_id uuid, resolution text, comment text)
  where t.id = x.id and t.version = x.version
  returning t.id, t.version`;

export const INSERT_EVENTS = `
  insert into task_event (id, task_id, record_id, unit_path, event, from_state, to_state, by_id, comment, version)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, task_id uuid, record_id uuid, unit_path text,
    event text, from_state text, to_state text, by_id uuid, comment text, version int)`;

export const INSERT_TASKS = `
  insert into task (id, record_id, unit_id, unit_path, hamlet_id, state, force, first_force, rule,
                    main_class, main_field, effort, assignee_id, due_on, version)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, unit_id text, unit_path text,
    hamlet_id uuid, state text, force text, first_force text, rule text, main_class text, main_field text,
    effort int, assignee_id uuid, due_on date, version int)`;

// Expiry is judged here, by the database's clock; who already holds the task keeps it.
export const CLAIM = `
  update task t set lease_by_id = $2, lease_until = now() + interval '30 minutes'
  where t.id = $1 and t.force = $3 and t.state <> 'closed'
    and (t.lease_by_id is null or t.lease_by_id = $2 or t.lease_until < now())
  returning t.lease_until, t.version`;

export const HOLDER = `
  select t.lease_by_id, t.lease_until, t.state, t.force, o.full_name
  from task t left join officer o on o.id = t.lease_by_id where t.id = $1`;

// What the system does at once after somebody's command is that person's doing.
export const LAST_CHANGE = `
  select e.at, e.event, o.full_name from task_event e left join officer o on o.id = e.by_id
  where e.task_id = $1 order by (e.by_id is null), e.version desc limit 1`;
