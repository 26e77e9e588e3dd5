import "server-only";
import type { MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import type { Judge } from "./compare";
import type { Question } from "./judge";

/** A record that says in all four fields what the only person who carries its number says. */
export interface ExactPair {
  record_id: string;
  version: number;
  person_id: string;
  full_name: string;
  /** where it is written otherwise: in capitals, say */
  person_name: string | null;
  commune_code: string | null;
}

/** Decides on such pairs; null where the engine would not accept a pair as it stands. */
export type ExactJudge = (pairs: ExactPair[]) => Promise<(MatchDecision | null)[]>;

export function findExact(sql: Sql, runId: string, recordIds: string[]): Promise<ExactPair[]> {
  return sql<ExactPair>("select * from find_exact($1, $2)", [runId, recordIds]);
}

/** Any date, sex and number: what a field is worth that is the same does not depend on its value. */
const OTHERS = {
  birthDate: { value: "1985-04-17", precision: "day" },
  sex: "female",
  idNumber: "079185000123",
} as const;

/** Names told apart in one process before their decisions are worked out anew. */
const MOST_NAMES = 200_000;

function nameOf({ full_name: fullName, person_name: personName }: ExactPair): string {
  return personName === null ? fullName : `${fullName}\n${personName}`;
}

function questionOf({ full_name: fullName, person_name: personName }: ExactPair): Question {
  const person = { ...OTHERS, fullName: personName ?? fullName, personId: "", oldIds: [] };
  return { subject: { ...OTHERS, fullName, foreign: false }, candidates: [person] };
}

/**
 * All that tells two of these pairs apart is the name: the engine is asked once for each name, and
 * pairs of equal weight share one decision.
 */
export function exactJudge(model: MatchModel, judge: Judge): ExactJudge {
  const byName = new Map<string, MatchDecision | null>();
  const shared = new Map<string, MatchDecision>();
  const share = (decision: MatchDecision): MatchDecision | null => {
    if (decision.rule !== "all_agree" || decision.candidates.length !== 1) return null;
    const text = JSON.stringify(decision);
    const known = shared.get(text) ?? decision;
    shared.set(text, known);
    return known;
  };
  return async (pairs) => {
    if (byName.size >= MOST_NAMES) byName.clear();
    const unknown = new Map(pairs.map((pair) => [nameOf(pair), pair]));
    for (const name of unknown.keys()) if (byName.has(name)) unknown.delete(name);
    const judged = await judge.all([...unknown.values()].map(questionOf), model);
    for (const [at, name] of [...unknown.keys()].entries()) {
      const one = judged[at];
      if (one) byName.set(name, share(one.decision));
    }
    return pairs.map((pair) => byName.get(nameOf(pair)) ?? null);
  };
}
