import "server-only";
import { formatFieldValue } from "@/lib/domain/records/field-value";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { applyIdentity, type IdentityChange } from "@/lib/server/records/writes";
import type { Compared } from "./compare";

const INSERT_RESULTS = `
  insert into match_result (id, record_id, run_id, outcome, rule, main_class, main_field, settling_field,
                            explanation, repairs, model_version)
  select id, record_id, run_id, outcome, rule, main_class, main_field, settling_field, explanation, repairs,
         model_version
  from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, run_id uuid, outcome text, rule text,
    main_class text, main_field text, settling_field text, explanation jsonb, repairs jsonb, model_version text)`;

const INSERT_CANDIDATES = `
  insert into match_candidate (result_id, rank, record_id, person_id, score, points, fields)
  select * from jsonb_to_recordset($1::jsonb) as x(result_id uuid, rank int, record_id uuid, person_id uuid,
    score float8, points float8, fields jsonb)`;

const UPDATE_RECORDS = `
  update record r set outcome = x.outcome, main_class = x.main_class, main_field = x.main_field,
    rule = x.rule, score = x.score, match_result_id = x.id, version = r.version + 1, updated_at = now()
  from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, outcome text, main_class text,
    main_field text, rule text, score float8)
  where r.id = x.record_id`;

function resultRow(compared: Compared, runId: string | null, modelVersion: string) {
  const { decision, record } = compared;
  return {
    id: newId(),
    record_id: record.id,
    run_id: runId,
    outcome: decision.outcome,
    rule: decision.rule,
    main_class: decision.mainClass,
    main_field: decision.mainField,
    settling_field: decision.settlingField,
    explanation: decision.explanation,
    // Which fields were repaired and how they were written before is kept as corrections.
    repairs: decision.repairs.map((repair) => repair.field),
    model_version: modelVersion,
    score: decision.candidates[0]?.score ?? null,
  };
}

function candidateRows(compared: Compared, resultId: string) {
  return compared.decision.candidates.map((candidate, index) => ({
    result_id: resultId,
    rank: index + 1,
    record_id: compared.record.id,
    person_id: candidate.personId,
    score: candidate.score,
    points: candidate.points,
    fields: candidate.fields,
  }));
}

function repairsOf(compared: Compared, of: ResultsOf): IdentityChange[] {
  if (compared.decision.outcome !== "repaired" || !of.repairs) return [];
  const { taskId } = of.repairs;
  return compared.decision.repairs.map((repair) => ({
    recordId: compared.record.id,
    taskId,
    field: repair.field,
    from: formatFieldValue(repair.field, repair.from),
    to: formatFieldValue(repair.field, repair.to),
    source: "engine",
    byId: null,
  }));
}

export interface ResultsOf {
  runId: string | null;
  modelVersion: string;
  /** Safe repairs are written into the record, as part of a task where there is one; null: they are not. */
  repairs: { taskId: string | null } | null;
}

/** Stores what the engine decided: results, candidates, the records' outcome and safe repairs, in bulk. */
export async function saveResults(sql: Sql, compared: Compared[], of: ResultsOf): Promise<void> {
  const results = compared.map((one) => resultRow(one, of.runId, of.modelVersion));
  const candidates = compared.flatMap((one, i) => candidateRows(one, results[i]?.id ?? ""));
  await sql(INSERT_RESULTS, [JSON.stringify(results)]);
  await sql(INSERT_CANDIDATES, [JSON.stringify(candidates)]);
  await sql(UPDATE_RECORDS, [JSON.stringify(results)]);
  await applyIdentity(
    sql,
    compared.flatMap((one) => repairsOf(one, of)),
  );
}
