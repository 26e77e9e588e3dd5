import "server-only";
import { holdsRecord } from "./settled-records";

/**
 * Where a record belongs, by the commune of today in which the registry says that its person lives.
 * Whoever lives outside the area of whoever runs this stays where they are, and waits.
 */
const MOVE = `
    unit_id = case when x.inside then x.place else r.unit_id end,
    unit_path = case when x.inside then x.path else r.unit_path end,
    residence_status = case when x.inside then 'resolved' when x.place is not null then 'elsewhere'
                            else r.residence_status end,
    residence_from = case when x.inside then 'registry' else r.residence_from end,
    residence_rule_id = case when x.inside then null else r.residence_rule_id end,
    hamlet_id = case when x.inside and x.place <> r.unit_id then null else r.hamlet_id end,
    hamlet_rule_id = case when x.inside and x.place <> r.unit_id then null else r.hamlet_rule_id end`;

// Joined to the rows first, where both sides are counted: the planner would otherwise try every
// commune with every row.
const PLACE = `u.id as place, u.path, u.path >= current_setting('app.record_from', true)
      and u.path < current_setting('app.record_to', true) as inside`;
const COMMUNES = "unit u on u.level = 'commune' and u.valid_to is null and u.code = x.commune_code";

// Counted record by record, by index: under row scope the planner expects hardly any task, and would
// hold every record against all of them.
const UNTOUCHED = `r.version = x.version and r.duplicate_of_id is null
  and (select count(*) from task k where k.record_id = r.id and ${holdsRecord("k", "r")}) = 0`;

/**
 * Outcomes of records, each with a result of its own. $1 rows, $2 run, $3 model, $4 compared ahead.
 */
export const SAVE_OUTCOMES = `
  with x as materialized (
    select x.*, ${PLACE} from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, version int, outcome text, rule text,
      main_class text, main_field text, main_level text, settling_field text, explanation jsonb, repairs jsonb, person_id uuid,
      score float8, commune_code text)
    left join ${COMMUNES} and $4
  ), moved as (
    update record r set outcome = x.outcome, main_class = x.main_class, main_field = x.main_field,
      main_level = x.main_level, rule = x.rule, score = x.score, match_result_id = x.id, version = r.version + 1, updated_at = now(), ${MOVE}
    from x where r.id = x.record_id and (not $4 or (${UNTOUCHED}))
    returning x.id
  )
  insert into match_result (id, record_id, run_id, outcome, rule, main_class, main_field, settling_field,
                            explanation, repairs, person_id, model_version)
  select x.id, record_id, $2, outcome, rule, main_class, main_field, settling_field, explanation, repairs,
         person_id, $3
  from moved join x using (id)
  returning record_id`;

/**
 * Outcomes of records that agree with one person: $1 to $6 are the pairs (result, record, version,
 * person, commune, number of the decision), $7 the decisions, $8 run, $9 model. Gives how many were stored.
 */
export const SAVE_EXACT = `
  with x as materialized (
    select x.*, ${PLACE} from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::int[])
      as x(id, record_id, version, person_id, commune_code, kind)
    left join ${COMMUNES}
  ), d as materialized (
    select * from jsonb_to_recordset($7::jsonb) as d(kind int, outcome text, rule text, main_class text, main_field text,
      explanation jsonb, score float8, points float8, fields jsonb)
  ), moved as (
    update record r set outcome = d.outcome, main_class = d.main_class, main_field = d.main_field,
      main_level = null, rule = d.rule, score = d.score, match_result_id = x.id, version = r.version + 1, updated_at = now(), ${MOVE}
    from x join d using (kind)
    where r.id = x.record_id and ${UNTOUCHED}
    returning x.id, x.record_id, x.person_id, x.kind
  ), results as (
    insert into match_result (id, record_id, run_id, outcome, rule, main_class, main_field, explanation, repairs,
                              person_id, model_version)
    select m.id, m.record_id, $8, outcome, rule, main_class, main_field, explanation, '[]', m.person_id, $9
    from moved m join d using (kind)
  ), candidates as (
    insert into match_candidate (result_id, rank, record_id, person_id, score, points, fields)
    select m.id, 1, m.record_id, m.person_id, score, points, fields from moved m join d using (kind)
  )
  select count(*)::int as saved from moved`;

export const INSERT_CANDIDATES = `
  insert into match_candidate (result_id, rank, record_id, person_id, score, points, fields)
  select * from jsonb_to_recordset($1::jsonb) as x(result_id uuid, rank int, record_id uuid, person_id uuid,
    score float8, points float8, fields jsonb)`;
