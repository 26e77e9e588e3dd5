import "server-only";
import type { RecordFigure } from "@/lib/domain/progress/figure";
import { LATE, type Late, STUCK_DAYS } from "@/lib/domain/progress/line-filter";

export const UNIT = `
  select id, name, level, path from unit
  where id = $1 and valid_to is null and path >= $2 and path < $3`;

export const CHILDREN = `
  select id, name, level, path from unit where parent_id = $1 order by name collate "vi-x-icu"`;

export const UNIT_NAMES = "select id, name from unit where id = any($1::text[])";

export const TRAIL = `
  select id, name, level, path from unit
  where id = any(string_to_array($1, '.')) and path >= $2 order by length(path)`;

const OVERDUE = "l.due_on < day_there(now())";
// Whole days, as the counters keep them.
const STUCK = `l.state_since < (day_there(now()) - ${STUCK_DAYS})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** Beyond this many, "hơn 1.000" is all that a reader needs. */
export const MOST_COUNTED = 1000;

const STARVING = `l.untouched and ${STUCK}`;
const CONDITION: Record<Late, string> = { overdue: OVERDUE, stuck: STUCK, starving: STARVING };

export const PAGE = 50;

const PLACE = `
  l.unit_path >= $1 and l.unit_path < $2 and ($3::text is null or l.unit_path = $1)
  and ($4::text is null or l.main_class = $4) and ($5::text is null or l.source_system = $5)`;

// Commune by commune, step by step, the oldest first: the order of an index, so that a page of the
// whole nation costs no more than one of a commune. $6 to $8 are the place of the last line seen.
const TASK_KEY = "(l.unit_path, l.state, l.task_id)";
const RECORD_KEY = "(l.unit_path, l.record_id)";

export const TASK_LINES = `
  select l.unit_path || '_' || l.state || '_' || l.task_id as key, l.record_code as "recordCode", u.name as "unitName",
    l.main_class as "mainClass", l.main_field as "mainField", null as outcome, l.state, l.force,
    extract(day from now() - l.created_at)::int as days,
    l.state <> 'closed' and ${OVERDUE} as overdue
  from progress_line l join unit u on u.id = l.unit_id
  where ${PLACE} and ($6::text is null or ${TASK_KEY} > ($6, $7::text, $8::uuid)) and not l.superseded
    and (case when $9::text is not null then l.state = 'closed' and l.resolution = $9
              when $10::text is not null then l.state = $10 else l.state <> 'closed' end)
    and (case $11::text ${LATE.map((late) => `when '${late}' then l.state <> 'closed' and ${CONDITION[late]}`).join(" ")}
                        else true end)
  order by l.unit_path, l.state, l.task_id limit ${PAGE + 1}`;

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

export function recordLines(figure: RecordFigure): string {
  return `
    select l.unit_path || '__' || l.record_id as key, l.record_code as "recordCode", u.name as "unitName",
      l.main_class as "mainClass", l.main_field as "mainField", l.outcome, null as state,
      null as force, extract(day from now() - l.created_at)::int as days, false as overdue
    from progress_record l join unit u on u.id = l.unit_id
    where ${PLACE} and ${RECORDS[figure]}
      and ($6::text is null or $7::text is null or ${RECORD_KEY} > ($6, $8::uuid))
    order by l.unit_path, l.record_id limit ${PAGE + 1}`;
}
