import "server-only";
import type { MatchDecision } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import type { ExactPair } from "./exact";
import { SAVE_EXACT } from "./writes-sql";

export interface ExactMatch {
  pair: ExactPair;
  decision: MatchDecision;
}

function decisionRow(decision: MatchDecision, kind: number) {
  const [candidate] = decision.candidates;
  return {
    kind,
    outcome: decision.outcome,
    rule: decision.rule,
    main_class: decision.mainClass,
    main_field: decision.mainField,
    explanation: decision.explanation,
    score: candidate?.score,
    points: candidate?.points,
    fields: candidate?.fields,
  };
}

/** Stores results, candidates and outcomes of pairs with one statement; gives how many were stored. */
export async function saveExact(
  sql: Sql,
  matches: ExactMatch[],
  of: { runId: string; modelVersion: string },
): Promise<number> {
  if (matches.length === 0) return 0;
  const kinds = new Map<MatchDecision, number>();
  for (const { decision } of matches) if (!kinds.has(decision)) kinds.set(decision, kinds.size);
  const [saved] = await sql<{ saved: number }>(SAVE_EXACT, [
    matches.map(newId),
    matches.map(({ pair }) => pair.record_id),
    matches.map(({ pair }) => pair.version),
    matches.map(({ pair }) => pair.person_id),
    matches.map(({ pair }) => pair.commune_code),
    matches.map(({ decision }) => kinds.get(decision)),
    JSON.stringify([...kinds].map(([decision, kind]) => decisionRow(decision, kind))),
    of.runId,
    of.modelVersion,
  ]);
  return saved?.saved ?? 0;
}
