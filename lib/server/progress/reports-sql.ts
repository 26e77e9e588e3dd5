import "server-only";

/** The next number of a unit in a year. Whoever takes the same one at the same time is refused by the index. */
export const INSERT_REPORT = `
  insert into progress_report (id, unit_id, unit_path, year, number, from_day, to_day, cut_off, content,
    content_hash, by_id, by_name, at)
  select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8::jsonb, $9, $10, $11, $12
  from progress_report where unit_id = $2 and year = $4
  returning number`;

const FROM =
  "from progress_report r left join unit u on u.path = r.unit_path and u.valid_to is null";

const LINE = `
  select r.id, u.id as "unitId", r.content->'unit'->>'name' as "unitName", r.year, r.number,
    r.from_day as "from", r.to_day as "to", r.cut_off as "cutOff", r.by_name as "byName", r.at`;

/** Of a unit and all below it, the newest first, away from $3 in either direction. */
export const reportLines = (backwards: boolean) => `
  ${LINE} ${FROM}
  where r.unit_path >= $1 and r.unit_path < $2 and ($3::uuid is null or r.id ${backwards ? ">" : "<"} $3::uuid)
  order by r.id ${backwards ? "asc" : "desc"} limit $4`;

export const ONE_REPORT = `
  ${LINE}, r.content, r.content_hash as "contentHash" ${FROM} where r.id = $1`;

/** The first day on which anything happened at a unit. */
export const FIRST_DAY = `
  select min(day) as day from (
    select min(day) as day from progress_day where parent_path = parent_path($1) and unit_path = $1
    union all
    select min(day) from progress_delta where unit_path >= $1 and unit_path < $2 and event is not null) days`;
