/** Days of history that are filled: of the country and provinces, and of communes. */
const LONG = 400;
const SHORT = 60;

const hash = (seed: number) => `(hashint8extended(n, ${seed}) & 9223372036854775807)`;
const pick = (by: string, words: readonly [string, number][]) => {
  let upTo = 0;
  const cases = words.map(([word, of]) => {
    upTo += of;
    return `when ${by} % 1000 < ${upTo} then '${word}'`;
  });
  return `(case ${cases.join(" ")} end)`;
};

/** Of every thousand records: what was found. Three in ten have a task. */
const OUTCOME = pick("c", [
  ["matched", 620],
  ["repaired", 70],
  ["not_applicable", 5],
  ["review", 150],
  ["unmatched", 115],
  ["insufficient", 40],
]);
const CLASS = pick("d", [
  ["typo", 300],
  ["diacritics", 150],
  ["partial_date", 110],
  ["swapped_date", 60],
  ["missing", 180],
  ["different", 120],
  ["abbreviated", 40],
  ["order", 20],
  ["regional", 20],
]);
const SEEN_THROUGH = pick("d", [
  ["same", 700],
  ["format", 180],
  ["no_diacritics", 90],
  ["leading_zero", 30],
]);
const STATE = pick("e", [
  ["new", 30],
  ["surveying", 90],
  ["verifying", 300],
  ["handover", 40],
  ["correcting", 260],
  ["approving", 10],
  ["publishing", 20],
  ["waiting", 30],
  ["transferring", 10],
  ["disputed", 5],
  ["closed", 205],
]);
const RESOLUTION = pick("f", [
  ["corrected", 800],
  ["falseMismatch", 120],
  ["insufficient", 50],
  ["duplicate", 10],
  ["deceased", 15],
  ["notApplicable", 5],
]);

// Communes differ in size as they do in life; every record has a place by its number.
export const PLACES = `
  create table bench_place as
  with communes as (select id, path from unit where level = 'commune' and valid_to is null order by id),
  weighted as (select id, path, exp(random_normal(0, 0.8)) as w from communes),
  summed as (select id, path, w / sum(w) over () as share, sum(w) over (order by id) / sum(w) over () as upto from weighted)
  select slot, id as unit_id, path as unit_path from summed
  cross join lateral generate_series(ceil((upto - share) * 65536 - 0.5)::int, ceil(upto * 65536 - 0.5)::int - 1) slot`;

/**
 * Records $1 to $2 of batch $3, a third of them with a task: what figures count, and nothing of a person.
 * That makes rows narrow, and reading them all quicker than it is in life.
 */
export const FILL = `
  with x as materialized (
    select n, ${hash(1)} as a, ${hash(3)} as c, ${hash(4)} as d, ${hash(5)} as e, ${hash(6)} as f
    from generate_series($1::bigint, $2::bigint) n),
  worded as materialized (
    select x.*, p.unit_id, p.unit_path, ${OUTCOME} as outcome, ${CLASS} as class, ${SEEN_THROUGH} as seen,
      ${STATE} as state, ${RESOLUTION} as resolution
    from x join bench_place p on p.slot = (a % 65536)::int),
  made as (
    insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received,
      outcome, main_class, main_field, rule, score)
    select uuidv7(), 'platform@' || split_part(unit_path, '.', 2), n::text, $3::uuid, unit_id, unit_path, 'resolved', '{}',
      outcome, case when outcome in ('matched', 'repaired', 'not_applicable') then seen else class end,
      'fullName', 'others_agree', 0.7
    from worded returning id, source_id::bigint as n)
  insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, main_field,
    effort, due_on, created_at, state_since, resolution, closed_at, source_system, doses, version)
  select uuidv7(), m.id, w.unit_id, w.unit_path, w.state, case w.state when 'correcting' then 'health' else 'police' end,
    'police', 'policeUnsure', w.class, 'fullName', 3 + (f % 12)::int, date '2026-11-10' + (f % 60)::int,
    now() - (a % 60) * interval '1 day', now() - (a % 20) * interval '1 day',
    case w.state when 'closed' then w.resolution end, case w.state when 'closed' then now() end,
    'platform@' || split_part(w.unit_path, '.', 2), (m.n % 10 < 2)::int, 2
  from made m join worded w on w.n = m.n where w.outcome in ('review', 'unmatched', 'insufficient')`;

export const DOSES = `
  insert into dose (id, record_id, dose_no, injected_on, vaccine)
  select uuidv7(), id, 1, date '2021-08-01' + (hashtext(source_id) & 255), 'AstraZeneca'
  from record where right(source_id, 1) in ('0', '1')`;

const days = (units: string, length: number) => `
  insert into progress_day (parent_path, unit_path, day, event, people, doses, minutes)
  select parent_path(u.path), u.path, d.day::date, e.event, e.people, e.people, e.people * 6
  from unit u cross join generate_series(current_date - ${length}, current_date - 1, interval '1 day') as d(day)
  cross join lateral (values ('opened', 20 + hashtext(u.path || d.day) & 31), ('corrected', 60 + hashtext(d.day || u.path) & 127),
    ('falseMismatch', 4), ('insufficient', 3), ('reopened', 1), ('cleared', 12)) as e(event, people)
  where u.valid_to is null and ${units} and extract(isodow from d.day) < 6`;

export const HISTORY = [
  days("u.level in ('nation', 'province') and split_part(u.path, '.', 1) = '1'", LONG),
  days("u.level = 'commune' and split_part(u.path, '.', 1) = '1'", SHORT),
];
