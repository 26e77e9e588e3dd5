import "server-only";
import { OPEN_SIGNS, WORK } from "@/lib/domain/progress/flow";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant. $1 is the path
// of the unit, $2 the end of its range, $3 where the names of units directly below begin in a path.
const AMOUNT =
  "sum(people)::int8 as people, sum(doses)::int8 as doses, sum(minutes)::int8 as minutes";
const CHILD = "left(unit_path, $3::int + strpos(substr(unit_path, $3::int + 1), '.'))";
const AT = "parent_path = parent_path($1) and unit_path = $1";

// Words with commas between them and a semicolon after each line; none of them contains either, and nothing is
// null: it would be left out. Read in a fraction of the time that rows or arrays take.
const line = (...columns: string[]) => `concat_ws(',', ${columns.join(", ")})`;
const packed = (...columns: string[]) => `string_agg(${line(...columns)}, ';')`;
const CELL = ["kind", "state", "outcome", "main_class", "people", "doses", "minutes"];

const PLACE = `case when unit_path = $1 then '' else ${CHILD} end`;

// What isn't folded: what happened, the side that a task came to, with whether it is late there, and the side that it
// left, or nothing. Where figures were put right, or a task is taken, open tasks by day are a kind of their own, with the
// day for a state.
// Parameters are dates as they come: text would be read as one anew for each row.
const DUE = "$5::date";
const SINCE = "$6::date";
const isLate = (kind: string, before: string, else_: string) =>
  `coalesce(case kind when '${kind}' then state < ${before}::text else ${else_} end, false)`;
const orNothing = (word: string) => `coalesce(${word}, '')`;
const FRESH_LINE = [
  ...[orNothing("event"), "source_system", PLACE, "day", "kind", "state", "outcome", "main_class"],
  isLate("due", DUE, `due_day < ${DUE}`),
  isLate("since", SINCE, `since_day < ${SINCE}`),
  isLate("untouched", SINCE, `untouched and since_day < ${SINCE}`),
  ...["was_state", "was_outcome", "was_class"].map(orNothing),
  `coalesce(was_due < ${DUE}, false)`,
  `coalesce(was_since < ${SINCE}, false)`,
  `coalesce(was_untouched and was_since < ${SINCE}, false)`,
];
// Those of the side that was left are the last, and missing where nothing was.
const FRESH_SUMS = ["people", "doses", "minutes", "was_doses", "was_minutes"].map(
  (amount) => `sum(${amount}::int4)`,
);

const SIGN = `case event ${Object.entries(OPEN_SIGNS)
  .map(([event, sign]) => `when '${event}' then ${sign}`)
  .join(" ")} else 0 end`;
const DONE = `case when event in (${WORK.map((event) => `'${event}'`).join(", ")}) then people else 0 end`;

/**
 * All that is kept of a unit, in parts of one line each: "class" the unit's cells by class, "own" what lies at the
 * unit itself, "below" each unit directly below, "source" each system that records came from, "late" how many open
 * tasks were due before $5, or stand at their step since before $6; "flow" what happened on each day from $7, "step" how many
 * went from one step to another since $8, and "growth" by how much the open tasks of each unit below grew since then, and how
 * many people were closed by work. "fresh" isn't folded yet and belongs to all of these.
 * $4 says whether there can be units below; without $7 and $8 their parts are empty.
 */
export const UNIT_FIGURES = `
  select 'class' as part, ${packed(...CELL)} as lines, statement_timestamp() as at from progress_count
  where grain = grain_at($1, 'class') and ${AT} and kind in ('record', 'task')
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
      and case kind when 'due' then state < ${DUE}::text else state < ${SINCE}::text end group by kind) l
  union all
  select 'flow', ${packed("day", "event", "people", "doses", "minutes")}, null from progress_day
  where ${AT} and day >= $7::date and strpos(event, '>') = 0
  union all
  select 'step', ${packed("event", "people")}, null from (
    select event, sum(people) as people from progress_day where ${AT} and day >= $8::date group by event) s
  union all
  select 'growth', ${packed("place", "people", "done")}, null from (
    select unit_path as place, sum(people * ${SIGN}) as people, sum(${DONE}) as done from progress_day
    where parent_path = $1 and $4::boolean and day >= $8::date and strpos(event, '>') = 0 group by unit_path) g
  union all
  select 'fresh', string_agg(line, ';'), null from (
    select ${line("line", ...FRESH_SUMS)} as line from (
      select ${line(...FRESH_LINE)} collate "C" as line, people, doses, minutes, was_doses, was_minutes
      from progress_delta where unit_path >= $1 and unit_path < $2) d group by d.line) f`;

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
