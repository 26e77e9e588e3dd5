import "server-only";

/**
 * Tasks of $1 whose records hold a correction that a person made and that is in no file yet: by whom, with
 * which score the task came about, whether it was drawn before, and whether anybody could approve it.
 */
export const PASSING = `
  select t.id, c.by_id as "officerId",
    (select (select k.score from match_candidate k where k.result_id = m.id and k.rank = 1)
     from match_result m where m.record_id = t.record_id and m.created_at <= t.created_at
     order by m.created_at desc, m.id desc limit 1) as score,
    t.sampled or exists (select 1 from approval_sample s where s.task_id = t.id and s.sampled) as again,
    approver_exists(t.unit_path, t.acted_by) as "hasApprover"
  from task t cross join lateral (
    select c.by_id from correction c
    where c.record_id = t.record_id and c.published_at is null and c.publication_id is null
      and c.source <> 'engine' and c.by_id is not null
    order by c.at desc, c.id desc limit 1) c
  where t.id = any($1)`;

/** How the check of a sample \`s\` ended: the first answer of an approver that was not taken back. */
export const ENDED = `
  left join lateral (
    select e.event, e.at from task_event e
    where s.sampled and e.task_id = s.task_id and e.version > s.version
      and e.event in ('approve', 'return') and e.from_state = 'approving'
      and not exists (select 1 from task_event u
        where u.task_id = e.task_id and u.version = e.version + 1 and u.event = 'undo'
          and u.to_state = 'approving')
    order by e.version limit 1) v on true`;

/** Of each officer the last two hundred corrections that passed: an officer who learns is believed. */
export const STANDINGS = `
  select o.id as "officerId", count(distinct s.task_id)::int as passed, count(v.event)::int as checked,
    count(*) filter (where v.event = 'return')::int as wrong
  from unnest($1::uuid[]) as o(id) cross join lateral (
    select * from approval_sample s where s.officer_id = o.id order by s.at desc limit 200) s
  ${ENDED}
  group by 1`;

export const INSERT_SAMPLES = `
  insert into approval_sample (task_id, version, record_id, unit_path, officer_id, score, share, sampled)
  select * from jsonb_to_recordset($1::jsonb) as x(task_id uuid, version int, record_id uuid, unit_path text,
    officer_id uuid, score float8, share float8, sampled boolean)`;
