import "server-only";
import { OPEN_SIGNS, WORK } from "@/lib/domain/progress/flow";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant. $1 is the path
// of the unit, $2 the end of its range, $3 where the names of units directly below begin in a path.
const AMOUNT =
  "sum(people)::int8 as people, sum(doses)::int8 as doses, sum(minutes)::int8 as minutes";
const CHILD = "left(unit_path, $3::int + strpos(substr(unit_path, $3::int + 1), '.'))";
const AT = "parent_path = parent_path($1) and unit_path = $1";

// Words with commas between them and a semicolon after each line; none of them contains either, and nothing is
// null. Read in a fraction of the time that rows or arrays take.
const line = (...columns: string[]) => columns.join(" || ',' || ");
const packed = (...columns: string[]) => `string_agg(${line(...columns)}, ';')`;
const CELL = ["kind", "state", "outcome", "main_class", "people", "doses", "minutes"];

const PLACE = `case when unit_path = $1 then '' else ${CHILD} end`;
const DAYS_OF_DELTA = [
  "day",
  "coalesce(due_day::text, '')",
  "coalesce(since_day::text, '')",
  "untouched",
];

const SIGN = `case event ${Object.entries(OPEN_SIGNS)
  .map(([event, sign]) => `when '${event}' then ${sign}`)
  .join(" ")} else 0 end`;
const DONE = `case when event in (${WORK.map((event) => `'${event}'`).join(", ")}) then people else 0 end`;

/**
 * All that is kept of a unit, in parts of one line each: "class" the unit's cells by class, "own" what lies at the
 * unit itself, "below" each unit directly below, "source" each system that records came from, "late" how many open
 * tasks were due before $5, or stand at their step since before $6; "flow" what happened on each day from $7, "step" how many
 * went from one step to another since $8, and "growth" by how much the open tasks of each unit below grew since then, and how
 * many people were closed by work. "fresh" isn't folded yet and belongs to all of these; "mark" changes with any of it.
 * $4 says whether there can be units below; without $7 and $8 their parts are empty.
 */
export const UNIT_FIGURES = `
  with fresh as materialized (
    select ${line("kind", "state", "outcome", "main_class", "coalesce(event, '')", "source_system", PLACE, ...DAYS_OF_DELTA)} as line,
      people, doses, minutes,
      case when kind in ('record', 'task') then mark_of(kind, state, outcome, main_class, people + 3 * doses) end as mark
    from progress_delta where unit_path >= $1 and unit_path < $2),
  class as materialized (
    select kind, state, outcome, main_class, people, doses, minutes from progress_count
    where grain = grain_at($1, 'class') and ${AT})
  select 'class' as part, ${packed(...CELL)} as lines, statement_timestamp() as at from class where kind in ('record', 'task')
  union all
  select 'own', ${packed(...CELL)}, null from progress_count
  where grain = 'own' and ${AT} and $4::boolean and kind in ('record', 'task')
  union all
  select 'below', ${packed(...CELL, "unit_path")}, null from progress_count
  where grain = 'sum' and parent_path = $1 and $4::boolean
  union all
  select 'source', ${packed(...CELL, "source_system")}, null from progress_count
  where grain = grain_at($1, 'source') and ${AT} and kind in ('record', 'task')
  union all
  select 'late', ${packed("kind", "people")}, null from (
    select kind, sum(people) as people from progress_count
    where grain = grain_at($1, 'late') and ${AT} and kind in ('due', 'since', 'untouched')
      and case kind when 'due' then state < $5 else state < $6 end group by kind) l
  union all
  select 'flow', ${packed("day", "event", "people", "doses", "minutes")}, null from progress_day
  where ${AT} and day >= $7::date and strpos(event, '>') = 0
  union all
  select 'step', ${packed("event", "people")}, null from (
    select event, sum(people) as people from progress_day where ${AT} and day >= $8::date group by event) s
  union all
  select 'growth', ${packed("place", "people", "done")}, null from (
    select unit_path as place, sum(people * ${SIGN}) as people, sum(${DONE}) as done from progress_day
    where parent_path = $1 and $4::boolean and day >= $8::date group by unit_path) g
  union all
  select 'mark', (coalesce(sum(mark_of(kind, state, outcome, main_class, people + 3 * doses)), 0)
    + (select coalesce(sum(mark), 0) from fresh))::text, null from class
  union all
  select 'fresh', ${packed("line", "people", "doses", "minutes")}, null from (
    select line, sum(people::int4) as people, sum(doses::int4) as doses, sum(minutes::int4) as minutes from fresh group by line) f`;

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
