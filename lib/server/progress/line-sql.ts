import "server-only";
import type { RecordFigure } from "@/lib/domain/progress/figure";
import { LATE, type Late, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { PAGE } from "./sql";

const OVERDUE = "l.due_on < day_there(now())";
// Whole days, as the counters keep them.
const STUCK = `l.state_since < (day_there(now()) - ${STUCK_DAYS})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
const STARVING = `l.untouched and ${STUCK}`;
const CONDITION: Record<Late, string> = { overdue: OVERDUE, stuck: STUCK, starving: STARVING };

// Commune by commune, so that a page of the whole nation costs no more than one of a commune: those are left
// out of which a counter says that they have no such line, and what comes after the page isn't looked at. $1
// and $2 are the ends of the area, $3 wants its own place alone, $4 a class and $5 a source, $6 to $8 are the place
// of the last line seen.
const places = (cell: string) => `
  (select distinct path from unit p
   where path >= $1 and path < $2 and ($3::text is null or path = $1) and ($6::text is null or path >= $6)
     and (exists (select 1 from progress_count c
            where c.grain = 'own' and c.parent_path = parent_path(p.path) and c.unit_path = p.path and c.people > 0
              and ($4::text is null or c.main_class = $4) and ($5::text is null or c.source_system = $5) and ${cell})
       or p.path = any(select unit_path from progress_delta where unit_path >= $1 and unit_path < $2))
   order by path) p`;

const HERE = `l.unit_path = p.path and ($4::text is null or l.main_class = $4) and ($5::text is null or l.source_system = $5)`;

const inList = (of: "c" | "l", resolution: string) => `
  (case when $9::text is not null then ${of}.state = 'closed' and ${resolution} = $9
        when $10::text is not null then ${of}.state = $10 else ${of}.state <> 'closed' end)`;
const LATE_CASES = LATE.map(
  (late) => `when '${late}' then l.state <> 'closed' and ${CONDITION[late]}`,
).join(" ");

/** Tasks, step by step and the oldest first: $9 a resolution, $10 a state, $11 a way of being late. */
export const TASK_LINES = `
  select p.path || '_' || l.state || '_' || l.task_id as key, l.record_code as "recordCode", u.name as "unitName",
    l.main_class as "mainClass", l.main_field as "mainField", null as outcome, l.state, l.force,
    extract(day from now() - l.created_at)::int as days,
    l.state <> 'closed' and ${OVERDUE} as overdue
  from ${places(`c.kind = 'task' and ${inList("c", "c.outcome")}`)}
  cross join lateral (
    select * from progress_line l
    where ${HERE} and not l.superseded and ${inList("l", "l.resolution")}
      and (p.path > $6 or $6::text is null or (l.state, l.task_id) > ($7::text, $8::uuid))
      and (case $11::text ${LATE_CASES} else true end)
    order by l.state, l.task_id limit ${PAGE + 1}) l
  join unit u on u.id = l.unit_id
  order by p.path, l.state, l.task_id limit ${PAGE + 1}`;

const MATCHED = "l.outcome = 'matched'";
const UNTOUCHED = "not l.worked and not l.duplicate";
/** Nothing to be done: agreed as they were, are not compared at all, or not yet. */
const NOT_WRONG = `(not l.worked and (l.outcome is null or l.outcome = 'not_applicable'
  or ${MATCHED} and l.main_class is not distinct from 'same'))`;

/** The same definitions as `recordFigure`; a test on the database holds the two together. */
const RECORDS: Record<RecordFigure, string> = {
  total: "not l.duplicate",
  matched: `${UNTOUCHED} and ${MATCHED} and l.main_class = 'same'`,
  cleared: `${UNTOUCHED} and (l.outcome = 'repaired' or (${MATCHED} and l.main_class is distinct from 'same'))`,
  notApplicable: `${UNTOUCHED} and l.outcome = 'not_applicable'`,
  notCompared: `${UNTOUCHED} and l.outcome is null`,
  untasked: `${UNTOUCHED} and l.outcome in ('review', 'unmatched', 'insufficient')`,
  wrong: `not l.duplicate and not ${NOT_WRONG}`,
  duplicates: "l.duplicate",
};

/** Cells that have such records, or may: enough to pass over communes that have none. */
const CELLS: Record<RecordFigure, string> = {
  total: "c.state <> 'duplicate'",
  matched: "c.state = '' and c.outcome = 'matched'",
  cleared: "c.state = '' and c.outcome in ('matched', 'repaired')",
  notApplicable: "c.state = '' and c.outcome = 'not_applicable'",
  notCompared: "c.state = '' and c.outcome = ''",
  untasked: "c.state = '' and c.outcome in ('review', 'unmatched', 'insufficient')",
  wrong: "c.state <> 'duplicate'",
  duplicates: "c.state = 'duplicate'",
};

export function recordLines(figure: RecordFigure): string {
  return `
    select p.path || '__' || l.record_id as key, l.record_code as "recordCode", u.name as "unitName",
      l.main_class as "mainClass", l.main_field as "mainField", l.outcome, null as state,
      null as force, extract(day from now() - l.created_at)::int as days, false as overdue
    from ${places(`c.kind = 'record' and ${CELLS[figure]}`)}
    cross join lateral (
      select * from progress_record l
      where ${HERE} and ${RECORDS[figure]}
        and (p.path > $6 or $6::text is null or $7::text is null or l.record_id > $8::uuid)
      order by l.record_id limit ${PAGE + 1}) l
    join unit u on u.id = l.unit_id
    order by p.path, l.record_id limit ${PAGE + 1}`;
}
