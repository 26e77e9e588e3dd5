import "server-only";
import { OPEN_SIGNS, WORK } from "@/lib/domain/progress/flow";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant. $1 is the path
// of the unit, $2 the end of its range, $3 where the names of units directly below begin in a path.
const AMOUNT =
  "sum(people)::int8 as people, sum(doses)::int8 as doses, sum(minutes)::int8 as minutes";
const CHILD = "left(unit_path, $3::int + strpos(substr(unit_path, $3::int + 1), '.'))";
const AT = "parent_path = parent_path($1) and unit_path = $1";
// Words between commas, which none of them contains: read in a fraction of the time that arrays take.
const list = (column: string) => `string_agg(${column}::text, ',')`;
const PACKED = `${list("kind")} as kinds, ${list("state")} as states, ${list("outcome")} as outcomes,
  ${list("main_class")} as classes, ${list("people")} as people, ${list("doses")} as doses,
  ${list("minutes")} as minutes`;

/** Open tasks by a day, summed up to those that are late on day $5; each kind has its own last day. */
const LATE_BEFORE = `case kind when 'due' then state < $5 else state < $6 end`;

/**
 * Every cell of a page, in parts: "" the unit by class, "own" what lies at the unit itself, "below" each
 * unit directly below, "source" by the system that records came from; "fresh" what isn't folded yet, which
 * belongs to all of them; "late" how many open tasks are. `place` is a path, a system, both or a kind.
 */
export const PAGE_CELLS = `
  with fresh as materialized (
    select * from progress_delta where unit_path >= $1 and unit_path < $2)
  select '' as part, '' as place, ${PACKED}, statement_timestamp() as at
  from progress_count where grain = grain_at($1, 'class') and ${AT} and kind in ('record', 'task')
  union all
  select 'own', '', ${PACKED}, null
  from progress_count where grain = 'own' and ${AT} and $4::boolean and kind in ('record', 'task')
  union all
  select 'below', unit_path, ${PACKED}, null
  from progress_count where grain = 'sum' and parent_path = $1 and $4::boolean group by unit_path
  union all
  select 'source', source_system, ${PACKED}, null
  from progress_count where grain = grain_at($1, 'source') and ${AT} and kind in ('record', 'task') group by source_system
  union all
  select 'fresh', place || ' ' || source_system, ${PACKED}, null from (
    select case when unit_path = $1 then '' else ${CHILD} end as place, source_system, kind, state, outcome, main_class,
      sum(people::int4) as people, sum(doses::int4) as doses, sum(minutes::int4) as minutes
    from fresh where kind in ('record', 'task') group by 1, 2, 3, 4, 5, 6) f group by place, source_system
  union all
  select 'late', kind, null, null, null, null, sum(people)::text, null, null, null from (
    select kind, people from progress_count
    where grain = grain_at($1, 'late') and ${AT} and kind in ('due', 'since', 'untouched') and ${LATE_BEFORE}
    union all
    select kind, people from fresh where kind in ('due', 'since', 'untouched') and ${LATE_BEFORE}
    union all
    select l.kind, l.people from (
      select sum(people::int4) filter (where due_day < $5::date) as due,
        sum(people::int4) filter (where since_day < $6::date) as since,
        sum(people::int4) filter (where untouched and since_day < $6::date) as untouched from fresh) f
    cross join lateral (values ('due', f.due), ('since', f.since), ('untouched', f.untouched)) l(kind, people)) l
  group by kind`;

// By the flow of a task, what is corrected is closed once it is written back, and what is proposed to be
// closed once that is approved.
const STEP = `case when event = 'corrected' then 'publishing>closed' when event = any($4::text[]) then 'approving>closed'
  else event end as step`;

/** How many tasks of a unit went from one step to another since the day $3, folded or not; $4 are closings that are proposed. */
export const MOVES = `
  select split_part(step, '>', 1) as "from", split_part(step, '>', 2) as "to", sum(people)::int as people from (
    select ${STEP}, people from progress_day where ${AT} and day >= $3::date
    union all
    select ${STEP}, people from progress_delta where unit_path >= $1 and unit_path < $2 and day >= $3::date) moved
  where strpos(step, '>') > 0 group by 1, 2 having sum(people) > 0`;

/** What happened at a unit on each day from $3, folded or not. */
export const UNIT_DAYS = `
  select to_char(day, 'YYYY-MM-DD') as day, event, ${AMOUNT} from (
    select day, event, people, doses, minutes from progress_day
    where ${AT} and day >= $3::date and strpos(event, '>') = 0
    union all
    select day, event, people, doses, minutes from progress_delta
    where unit_path >= $1 and unit_path < $2 and strpos(event, '>') = 0 and day >= $3::date) happened
  group by 1, 2`;

/** What happened at each unit below from the day $4 to the day $5, both included, in one sum each. */
export const FLOWS_BELOW = `
  select place, $4::text as day, event, ${AMOUNT} from (
    select unit_path as place, event, people, doses, minutes from progress_day
    where parent_path = $1 and day between $4::text::date and $5::text::date
    union all
    select ${CHILD}, event, people, doses, minutes from progress_delta
    where unit_path >= $1 and unit_path < $2 and unit_path <> $1 and event is not null
      and day between $4::text::date and $5::text::date) happened
  group by 1, 3`;

const SIGN = `case event ${Object.entries(OPEN_SIGNS)
  .map(([event, sign]) => `when '${event}' then ${sign}`)
  .join(" ")} else 0 end`;

const DONE = `case when event in (${WORK.map((event) => `'${event}'`).join(", ")}) then people else 0 end`;

/** By how much the open tasks of each unit below grew since the day $4, that day included, and how many people closed by work. */
export const GROWTH_BELOW = `
  select place, sum(people * sign)::int8 as people, sum(done)::int8 as done from (
    select unit_path as place, people, ${SIGN} as sign, ${DONE} as done from progress_day
    where parent_path = $1 and day >= $4::date
    union all
    select ${CHILD}, people, ${SIGN}, ${DONE} from progress_delta
    where unit_path >= $1 and unit_path < $2 and unit_path <> $1 and event is not null and day >= $4::date) happened
  group by 1`;
