import "server-only";

export const INSERT_REQUEST = `
  insert into citizen_request (id, code, unit_id, unit_path, kind, words, full_name, phone, papers_seen,
    entered_by_id, entered_at, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** The request, locked. Out of scope is not found. */
export const GET_REQUEST = `
  select id, code, kind, words, record_id, answered_at, version from citizen_request
  where id = $1 for update`;

export const LINK = `
  update citizen_request set record_id = $2, version = version + 1
  where id = $1 and version = $3 and answered_at is null returning version`;

export const ANSWER = `
  update citizen_request set answer = $2, answered_by_id = $3, answered_at = $5, version = version + 1
  where id = $1 and version = $4 and answered_at is null returning id`;

export const ANSWERED_BY = `
  select o.full_name from citizen_request q left join officer o on o.id = q.answered_by_id
  where q.id = $1 and q.answered_at is not null`;

// The task that is open, or the last one that was since the request came: an older one has nothing to
// do with it.
const TASK = `
  left join lateral (
    select t.id, t.state, t.resolution from task t
    where t.record_id = q.record_id and (t.state <> 'closed' or t.closed_at >= q.entered_at)
    order by (t.state = 'closed'), t.created_at desc limit 1) t on true`;

const COLUMNS = `
  select q.id, q.code, q.kind, q.full_name as "fullName", q.entered_at as "enteredAt", q.due_at as "dueAt",
    q.answered_at as "answeredAt", u.name as "unitName", q.record_id as "recordId", r.code as "recordCode",
    t.id as "taskId", t.state as "taskState", t.resolution
  from citizen_request q join unit u on u.id = q.unit_id
    left join record r on r.id = q.record_id ${TASK}`;

/** Open ones first, the most overdue on top; of the answered ones the latest. */
export const REQUESTS = `${COLUMNS}
  where ($1::boolean is null or (q.answered_at is null) = $1)
  order by (q.answered_at is not null), case when q.answered_at is null then q.due_at end,
    q.answered_at desc limit 200`;

export const REQUEST = `
  select x.*, q.words, q.phone, q.papers_seen as "papersSeen", q.answer, q.version,
    e.full_name as "enteredBy", a.full_name as "answeredBy"
  from (${COLUMNS} where q.id = $1) x join citizen_request q on q.id = x.id
    left join officer e on e.id = q.entered_by_id left join officer a on a.id = q.answered_by_id`;

export const OF_RECORD = `${COLUMNS} where q.record_id = $1 order by q.entered_at desc limit 20`;

/** Without marks and case: "Hòa", "HOÀ" and "hoa" are found by each other. */
const folded = (text: string) =>
  `replace(regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;

const FOUND = `
  select r.id, r.code, r.full_name as "fullName", extract(year from r.birth_date)::int as "birthYear",
    r.id_number as "idNumber", h.name as hamlet, t.state as "taskState"
  from record r left join hamlet h on h.id = r.hamlet_id
    left join task t on t.record_id = r.id and t.state <> 'closed'`;

/** Ways to look for a record of the unit; ten at most are shown. */
export const FIND = {
  code: `${FOUND} where r.code = $1 limit 11`,
  number: `${FOUND} where r.id_number = $1 order by r.code limit 11`,
  name: `${FOUND} where position(${folded("$1::text")} in ${folded("r.full_name")}) > 0
    order by r.code limit 11`,
} as const;

export const RECORD = `
  select r.id, r.unit_id, r.unit_path, r.hamlet_id, coalesce(r.main_class, 'different') as main_class,
    r.main_field from record r join unit u on u.id = r.unit_id
  where r.id = $1 and u.level = 'commune'`;

/** The record's tasks, the open one first, else the last. */
export const LAST_TASK = `
  select id, state from task where record_id = $1
  order by (state = 'closed'), created_at desc limit 1`;
