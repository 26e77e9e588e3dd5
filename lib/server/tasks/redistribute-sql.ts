import "server-only";

export const INSERT_PLAN = `
  insert into redistribution (id, unit_path, by_id, loads) values ($1, $2, $3, $4)`;
export const INSERT_LINES = `
  insert into redistribution_line (redistribution_id, task_id, unit_path, version, from_id, to_id, outcome)
  select $1, x.task_id, $2, x.version, x.from_id, x.to_id, x.outcome
  from jsonb_to_recordset($3::jsonb) as x(task_id uuid, version int, from_id uuid, to_id uuid, outcome text)`;

export const LOCK_PLAN = `
  select id, state, by_id, at, applied_at from redistribution where id = $1 for update`;

/** Lines that are to be moved with how their tasks stand now, locked in one order for all. */
export const LOCK_MOVES = `
  select l.task_id, l.version as planned_version, l.from_id, l.to_id, t.version, t.assignee_id,
    t.unit_id, t.unit_path, t.state, t.lease_by_id, coalesce(t.lease_until > now(), false) as open
  from redistribution_line l join task t on t.id = l.task_id
  where l.redistribution_id = $1 and l.outcome is not distinct from $2
  order by t.id for update of t`;

export const MOVE = `
  update task t set assignee_id = x.to_id
  from jsonb_to_recordset($1::jsonb) as x(task_id uuid, to_id uuid) where t.id = x.task_id`;

export const SAVE_OUTCOMES = `
  update redistribution_line l set outcome = x.outcome, holder_id = x.holder_id
  from jsonb_to_recordset($2::jsonb) as x(task_id uuid, outcome text, holder_id uuid)
  where l.redistribution_id = $1 and l.task_id = x.task_id`;

// What could not be seen any more: moved out of reach since.
export const REST_CHANGED = `
  update redistribution_line set outcome = 'changed' where redistribution_id = $1 and outcome is null`;

export const SAVE_UNDO = `
  update redistribution_line l set undo = x.outcome, holder_id = x.holder_id
  from jsonb_to_recordset($2::jsonb) as x(task_id uuid, outcome text, holder_id uuid)
  where l.redistribution_id = $1 and l.task_id = x.task_id`;
export const REST_TOUCHED = `
  update redistribution_line set undo = 'changed'
  where redistribution_id = $1 and outcome = 'moved' and undo is null`;

export const SET_APPLIED =
  "update redistribution set state = 'applied', applied_at = now() where id = $1";
export const SET_UNDONE =
  "update redistribution set state = 'undone', undone_at = now() where id = $1";

export const INSERT_ASSIGNED = `
  insert into task_assignment (id, task_id, unit_path, from_id, to_id, by_id, reason, redistribution_id)
  select x.id, x.task_id, x.unit_path, x.from_id, x.to_id, $2, $3, $1
  from jsonb_to_recordset($4::jsonb) as x(id uuid, task_id uuid, unit_path text, from_id uuid, to_id uuid)`;
