import "server-only";
import { mainLevelOf } from "@/lib/domain/matching/main-level";
import type { MatchDecision, ScoredCandidate } from "@/lib/domain/matching/vocabulary";
import { formatFieldValue } from "@/lib/domain/records/field-value";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { applyIdentity, type IdentityChange } from "@/lib/server/records/writes";
import type { Compared } from "./comparer";
import { INSERT_CANDIDATES, SAVE_OUTCOMES } from "./writes-sql";

/** Who is accepted: the only one who carries the number, where the outcome needs nobody. */
export function acceptedOf({ outcome, candidates }: MatchDecision): ScoredCandidate | null {
  if (outcome !== "matched" && outcome !== "repaired") return null;
  const carries = (one: ScoredCandidate) =>
    one.fields.some((field) => field.field === "idNumber" && field.harmless);
  return candidates.find(carries) ?? null;
}

function outcomeRow({ record, decision, residence }: Compared) {
  return {
    id: newId(),
    record_id: record.id,
    version: record.version,
    outcome: decision.outcome,
    rule: decision.rule,
    main_class: decision.mainClass,
    main_field: decision.mainField,
    main_level: mainLevelOf(decision),
    settling_field: decision.settlingField,
    explanation: decision.explanation,
    // Which fields were repaired and how they were written before is kept as corrections.
    repairs: decision.repairs.map((repair) => repair.field),
    person_id: acceptedOf(decision)?.personId ?? null,
    score: decision.candidates[0]?.score ?? null,
    commune_code: residence,
  };
}

function candidateRows({ record, decision }: Compared, resultId: string) {
  return decision.candidates.map((candidate, index) => ({
    result_id: resultId,
    rank: index + 1,
    record_id: record.id,
    person_id: candidate.personId,
    score: candidate.score,
    points: candidate.points,
    fields: candidate.fields,
  }));
}

function repairsOf({ record, decision }: Compared, of: ResultsOf): IdentityChange[] {
  if (decision.outcome !== "repaired" || !of.repairs) return [];
  const { taskId } = of.repairs;
  return decision.repairs.map((repair) => ({
    recordId: record.id,
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
  /**
   * Compared ahead, without a lock: records that have changed since, or have a task, are left as they are. The
   * registry also says where the others live.
   */
  ahead: boolean;
}

/**
 * Stores what the engine decided: results, candidates, the records' outcome and safe repairs, in
 * bulk. Gives those that were stored.
 */
export async function saveResults(
  sql: Sql,
  compared: Compared[],
  of: ResultsOf,
): Promise<Compared[]> {
  if (compared.length === 0) return [];
  const rows = compared.map(outcomeRow);
  const saved = await sql<{ record_id: string }>(SAVE_OUTCOMES, [
    JSON.stringify(rows),
    of.runId,
    of.modelVersion,
    of.ahead,
  ]);
  const ids = new Set(saved.map((row) => row.record_id));
  const stored = compared.filter((one) => ids.has(one.record.id));
  const candidates = compared.flatMap((one, at) =>
    ids.has(one.record.id) ? candidateRows(one, rows[at]?.id ?? "") : [],
  );
  await sql(INSERT_CANDIDATES, [JSON.stringify(candidates)]);
  await applyIdentity(
    sql,
    stored.flatMap((one) => repairsOf(one, of)),
  );
  return stored;
}
