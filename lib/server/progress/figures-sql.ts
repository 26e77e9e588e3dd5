import "server-only";
import { OPEN_SIGNS } from "@/lib/domain/progress/flow";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant. $1 is the path
// of the unit, $2 the end of its range, $3 where the names of units directly below begin in a path.
const AMOUNT =
  "sum(people)::int8 as people, sum(doses)::int8 as doses, sum(minutes)::int8 as minutes";
const NOT_EMPTY = "having sum(people) <> 0 or sum(doses) <> 0 or sum(minutes) <> 0";
const CHILD = "left(unit_path, $3::int + strpos(substr(unit_path, $3::int + 1), '.'))";
const AT = "parent_path = parent_path($1) and unit_path = $1";
const PLAIN = "plain_class(kind, main_class)";

/**
 * Every cell of a page, in parts: "" the unit by class, "own" what lies at the unit itself, "below" each
 * unit directly below, "source" by the system that records came from. `place` is the path or the system.
 */
export const PAGE_CELLS = `
  with fresh as materialized (
    select unit_path, kind, state, outcome, main_class, source_system, people, doses, minutes from progress_delta
    where unit_path >= $1 and unit_path < $2),
  cell as (
    select '' as part, '' as place, kind, state, outcome, main_class, people, doses, minutes
    from progress_count where grain = 'class' and ${AT}
    union all select '', '', kind, state, outcome, main_class, people, doses, minutes from fresh
    union all
    select 'own', '', kind, state, outcome, ${PLAIN}, people, doses, minutes
    from progress_count where grain = 'own' and ${AT} and $4::boolean
    union all select 'own', '', kind, state, outcome, ${PLAIN}, people, doses, minutes
    from fresh where unit_path = $1 and $4::boolean
    union all
    select 'below', unit_path, kind, state, outcome, main_class, people, doses, minutes
    from progress_count where grain = 'sum' and parent_path = $1 and $4::boolean
    union all select 'below', ${CHILD}, kind, state, outcome, ${PLAIN}, people, doses, minutes
    from fresh where unit_path <> $1 and $4::boolean
    union all
    select 'source', source_system, kind, state, outcome, main_class, people, doses, minutes
    from progress_count where grain = 'source' and ${AT}
    union all select 'source', source_system, kind, state, outcome, ${PLAIN}, people, doses, minutes from fresh),
  summed as (
    select part, place, kind, state, outcome, main_class as "mainClass", ${AMOUNT}
    from cell group by 1, 2, 3, 4, 5, 6 ${NOT_EMPTY})
  select part, place, array_agg(kind) as kinds, array_agg(state) as states, array_agg(outcome) as outcomes,
    array_agg("mainClass") as classes, array_agg(people)::float8[] as people, array_agg(doses)::float8[] as doses,
    array_agg(minutes)::float8[] as minutes, statement_timestamp() as at
  from summed group by part, place`;

/** What happened at a unit on each day from $3, folded or not. */
export const UNIT_DAYS = `
  select to_char(day, 'YYYY-MM-DD') as day, event, ${AMOUNT} from (
    select day, event, people, doses, minutes from progress_day where ${AT} and day >= $3::date
    union all
    select day, event, people, doses, minutes from progress_delta
    where unit_path >= $1 and unit_path < $2 and event is not null and day >= $3::date) happened
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

/** By how much the open tasks of each unit below grew since the day $4, that day included. */
export const GROWTH_BELOW = `
  select place, sum(people * sign)::int8 as people from (
    select unit_path as place, people, ${SIGN} as sign from progress_day
    where parent_path = $1 and day >= $4::date
    union all
    select ${CHILD}, people, ${SIGN} from progress_delta
    where unit_path >= $1 and unit_path < $2 and unit_path <> $1 and event is not null and day >= $4::date) happened
  group by 1`;
