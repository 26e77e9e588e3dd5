import "server-only";
import { blockingKeys } from "@/lib/domain/matching/blocking";
import { matchRecord } from "@/lib/domain/matching/decide";
import type { Candidate, MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { candidateOf, type PersonRow, type SubjectRow, subjectOf } from "./subjects";

export interface Compared {
  record: SubjectRow;
  candidates: Candidate[];
  decision: MatchDecision;
}

export interface CompareContext {
  sql: Sql;
  runId: string | null;
  model: MatchModel;
}

/** Candidates of many records with one statement: people who share a blocking key. */
async function findCandidates(
  { sql, runId, model }: CompareContext,
  records: SubjectRow[],
): Promise<Map<string, Candidate[]>> {
  const ids: string[] = [];
  const keys: string[] = [];
  for (const record of records) {
    for (const key of blockingKeys(subjectOf(record), model)) {
      ids.push(record.id);
      keys.push(key);
    }
  }
  const people = await sql<PersonRow>("select * from find_candidates($1, $2, $3)", [
    runId,
    ids,
    keys,
  ]);
  const byRecord = new Map<string, Candidate[]>();
  for (const person of people) {
    const list = byRecord.get(person.record_id);
    if (list) list.push(candidateOf(person));
    else byRecord.set(person.record_id, [candidateOf(person)]);
  }
  return byRecord;
}

/** The pairs that people have already called "not the same person". */
async function findRejected(sql: Sql, records: SubjectRow[]): Promise<Set<string>> {
  const rows = await sql<{ pair: string }>(
    "select record_id || ' ' || person_id as pair from not_a_match where record_id = any($1)",
    [records.map((record) => record.id)],
  );
  return new Set(rows.map((row) => row.pair));
}

/** Compares records with the registry: one statement for all their candidates, the rest in memory. */
export async function compareRecords(
  context: CompareContext,
  records: SubjectRow[],
): Promise<Compared[]> {
  if (records.length === 0) return [];
  const found = await findCandidates(context, records);
  const rejected = await findRejected(context.sql, records);
  return records.map((record) => {
    const candidates = (found.get(record.id) ?? []).filter(
      (candidate) => !rejected.has(`${record.id} ${candidate.personId}`),
    );
    const decision = matchRecord(subjectOf(record), candidates, context.model);
    return { record, candidates, decision };
  });
}
