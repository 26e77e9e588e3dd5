import "server-only";
import type { RecordFigure } from "@/lib/domain/progress/figure";
import { STUCK_DAYS } from "@/lib/domain/progress/line-filter";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant.
// "unitId" is the unit below $3 characters of path that a cell belongs to; '' is the unit itself.
export const CELLS = `
  with cell as (
    select unit_path, kind, state, outcome, main_class, people from progress_count
    where unit_path >= $1 and unit_path < $2
    union all
    select unit_path, kind, state, outcome, main_class, people from progress_delta
    where unit_path >= $1 and unit_path < $2)
  select split_part(substr(unit_path, $3::int + 1), '.', 1) as "unitId", kind, state, outcome,
    main_class as "mainClass", sum(people::int4) as people
  from cell group by 1, 2, 3, 4, 5 having sum(people) <> 0`;

export const UNIT = `
  select id, name, level, path from unit
  where id = $1 and valid_to is null and path >= $2 and path < $3`;

export const CHILDREN = `
  select id, name, level, path from unit where parent_id = $1 order by name collate "vi-x-icu"`;

export const TRAIL = `
  select id, name, level, path from unit
  where id = any(string_to_array($1, '.')) and path >= $2 order by length(path)`;

const OVERDUE = "l.due_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date";
const STUCK = `l.state_since < now() - interval '${STUCK_DAYS} days'`;

/** Beyond this many, "hơn 1.000" is all that a reader needs. */
export const MOST_COUNTED = 1000;

function counted(condition: string): string {
  return `(select count(*)::int from (select 1 from progress_line l
    where l.unit_path >= $1 and l.unit_path < $2 and l.state <> 'closed' and ${condition}
    limit ${MOST_COUNTED + 1}) counted)`;
}

// Lateness changes with the clock, so no counter keeps it; it is counted up to a thousand.
export const LATENESS = `select ${counted(OVERDUE)} as overdue, ${counted(STUCK)} as stuck`;

export const PAGE = 50;

const PLACE = `
  l.unit_path >= $1 and l.unit_path < $2 and ($3::text is null or l.unit_path = $1)
  and ($4::text is null or l.main_class = $4)`;

// Commune by commune, step by step, the oldest first: the order of an index, so that a page of the
// whole nation costs no more than one of a commune. $5 to $7 are the place of the last line seen.
const TASK_KEY = "(l.unit_path, l.state, l.task_id)";
const RECORD_KEY = "(l.unit_path, l.record_id)";

export const TASK_LINES = `
  select l.unit_path || '_' || l.state || '_' || l.task_id as key, l.record_code as "recordCode", u.name as "unitName",
    l.main_class as "mainClass", l.main_field as "mainField", null as outcome, l.state, l.force,
    extract(day from now() - l.created_at)::int as days,
    l.state <> 'closed' and ${OVERDUE} as overdue
  from progress_line l join unit u on u.id = l.unit_id
  where ${PLACE} and ($5::text is null or ${TASK_KEY} > ($5, $6::text, $7::uuid))
    and (case when $8::text is not null then l.state = 'closed' and l.resolution = $8
              when $9::text is not null then l.state = $9 else l.state <> 'closed' end)
    and (case $10::text when 'overdue' then l.state <> 'closed' and ${OVERDUE}
                        when 'stuck' then l.state <> 'closed' and ${STUCK} else true end)
  order by l.unit_path, l.state, l.task_id limit ${PAGE + 1}`;

const MATCHED = "l.outcome = 'matched'";
const UNTOUCHED = "not l.worked and not l.duplicate";

/** The same definitions as `recordFigure`; a test on the database holds the two together. */
const RECORDS: Record<RecordFigure, string> = {
  total: "not l.duplicate",
  matched: `${UNTOUCHED} and ${MATCHED} and l.main_class = 'same'`,
  cleared: `${UNTOUCHED} and (l.outcome = 'repaired' or (${MATCHED} and l.main_class is distinct from 'same'))`,
  notApplicable: `${UNTOUCHED} and l.outcome = 'not_applicable'`,
  notCompared: `${UNTOUCHED} and l.outcome is null`,
};

export function recordLines(figure: RecordFigure): string {
  return `
    select l.unit_path || '__' || l.record_id as key, l.record_code as "recordCode", u.name as "unitName",
      l.main_class as "mainClass", l.main_field as "mainField", l.outcome, null as state,
      null as force, extract(day from now() - l.created_at)::int as days, false as overdue
    from progress_record l join unit u on u.id = l.unit_id
    where ${PLACE} and ${RECORDS[figure]}
      and ($5::text is null or $6::text is null or ${RECORD_KEY} > ($5, $7::uuid))
    order by l.unit_path, l.record_id limit ${PAGE + 1}`;
}
