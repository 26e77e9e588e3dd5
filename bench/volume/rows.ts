/** Of every thousand tasks: how many are in a state and whose work they are there. */
const STATES = [
  { state: "correcting", force: "health", of: 430 },
  { state: "verifying", force: "police", of: 300 },
  { state: "surveying", force: "hamlet", of: 40 },
  { state: "handover", force: "police", of: 40 },
  { state: "new", force: "system", of: 30 },
  { state: "publishing", force: "system", of: 40 },
  { state: "waiting", force: "health", of: 20 },
  { state: "closed", force: "system", of: 100 },
] as const;

/** Of every thousand records: what mostly differs, where, and by which rule the task was made. */
const CAUSES = [
  { main: "typo", field: "fullName", level: "typo_1", rule: "healthSmallDifference", of: 250 },
  { main: "typo", field: "birthDate", level: "day", rule: "healthSmallDifference", of: 200 },
  { main: "diacritics", field: "fullName", level: "diacritics", rule: "policeUnsure", of: 150 },
  { main: "partial_date", field: "birthDate", level: "year", rule: "policeUnsure", of: 100 },
  { main: "swapped_date", field: "birthDate", level: "swapped", rule: "policeNarrow", of: 50 },
  { main: "missing", field: "idNumber", level: "missing", rule: "policeNoNumber", of: 150 },
  { main: "different", field: "fullName", level: "different", rule: "policeOtherPerson", of: 100 },
] as const;

/** The word of the row that a number below a thousand falls into. */
function inThousand<T extends { of: number }>(all: readonly T[], word: keyof T, by: string) {
  let upTo = 0;
  const cases = all.map((one) => {
    upTo += one.of;
    return `when ${by} % 1000 < ${upTo} then '${String(one[word])}'`;
  });
  return `(case ${cases.join(" ")} end)`;
}

const state = (word: "state" | "force") => inThousand(STATES, word, "x.c");
const cause = (word: "main" | "field" | "level" | "rule") => inThousand(CAUSES, word, "x.d");

/** Days over which tasks fall due. */
const DAYS = 60;

// One number decides all of a row, by independent hashes: two runs make the same rows, in any order.
const hash = (seed: number) => `(hashint8extended(n, ${seed}) & 9223372036854775807)`;
const X = `
  x as materialized (
    select n, ${hash(1)} as a, ${hash(2)} as b, ${hash(3)} as c, ${hash(4)} as d,
      case when ${hash(5)} % 2 = 0 then 'female' else 'male' end as sex,
      date '1935-01-01' + (${hash(6)} % 30000)::int as born
    from generate_series($1::bigint, $2::bigint) n)`;

const NAMES = `
  named as materialized (
    select x.*, ($6::text[])
      [1 + a % 200] || ' ' || (case x.sex when 'male' then $7::text[] else $8::text[] end)[1 + b % 200] || ' '
      || (case x.sex when 'male' then $9::text[] else $10::text[] end)[1 + d % 200] as name,
      '0' || lpad((79000000000 + n)::text, 11, '0') as number
    from x)`;

/**
 * Records $1 to $2 of $4, with a task each: $5 of them in the commune that is looked at, the others in
 * the places by slot. $3 is the batch, $6 to $10 two hundred surnames, middle names and given names
 * (male, female), $11 the officers of that commune by force.
 */
export const FILL = `
  with ${X}, ${NAMES},
  placed as materialized (
    select x.*, p.unit_id, p.unit_path from named x
    join bench_place p on p.slot = case when a % $4::bigint < $5::bigint then -1 else (b % 4096)::int end),
  made as (
    insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received,
      full_name, birth_date, birth_precision, sex, id_number, document_type, phone, address, outcome,
      main_class, main_field, main_level, rule, score)
    select uuidv7(), 'volume', n::text, $3::uuid, unit_id, unit_path, 'resolved',
      jsonb_build_object('fullName', upper(name), 'birthDate', to_char(born, 'DD/MM/YYYY'), 'sex', sex,
        'idNumber', number, 'address', 'Khu phố ' || b % 12),
      name, born, 'day', sex, case when ${cause("main")} = 'missing' then null else number end, 'CCCD',
      '09' || lpad((n % 100000000)::text, 8, '0'), 'Khu phố ' || b % 12, 'review', ${cause("main")},
      ${cause("field")}, ${cause("level")}, 'others_agree', 0.5 + (d % 400) / 1000.0
    from placed x
    returning id, source_id::bigint as n, unit_id, unit_path, main_class, main_field, name_order, birth_year),
  words as (
    insert into record_word (word, unit_path, record_id)
    select w, m.unit_path, m.id from made m
    cross join lateral (select distinct w from unnest(string_to_array(m.name_order, ' ')) w where w <> '') one),
  x2 as (
    select m.*, x.c, x.d, x.b, ${state("state")} as state, ${state("force")} as force, ${cause("rule")} as rule
    from made m join placed x on x.n = m.n)
  insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class,
    main_field, effort, assignee_id, due_on, resolution, closed_at,
    name_order, birth_year, source_system, doses, version)
  select uuidv7(), id, unit_id, unit_path, state, force, case when rule like 'police%' then 'police' else 'health' end,
    rule, main_class, main_field, 3,
    case when b % 2 = 0 and unit_id = $11 then
      case force when 'health' then ($12::uuid[])[1 + d % cardinality($12::uuid[])]
                 when 'police' then ($13::uuid[])[1 + d % cardinality($13::uuid[])] end end,
    date '2026-11-10' + (d / 1000 % ${DAYS})::int, case state when 'closed' then 'corrected' end,
    case state when 'closed' then now() end, name_order, birth_year, 'volume', (n % 10 = 0)::int, 2
  from x2`;

/** One in ten has a dose here: the list shows none, and the comparison of a task a few. */
export const DOSES = `
  insert into dose (id, record_id, dose_no, injected_on, vaccine, lot)
  select uuidv7(), id, 1, date '2021-08-01' + (hashtext(source_id) & 255), 'AstraZeneca', 'L' || (hashtext(source_id) & 63)
  from record where source_system = 'volume' and right(source_id, 1) = '0'`;

// What the triggers would have left behind, counted from the rows as the portal itself does.
export const FIGURES = `
  select check_progress(gen_random_uuid(), true, gen_random_uuid())`;
export const FOLD = "select fold_progress()";
