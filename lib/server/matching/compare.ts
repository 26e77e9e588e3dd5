import "server-only";
import { numberKeys } from "@/lib/domain/matching/blocking";
import { matchRecord } from "@/lib/domain/matching/decide";
import { furtherKeys } from "@/lib/domain/matching/rounds";
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

/** Candidates of many records with one statement: people who are found under the keys given for each. */
async function findCandidates(
  { sql, runId }: CompareContext,
  records: SubjectRow[],
  keysOf: (record: SubjectRow) => number[],
): Promise<Map<string, Candidate[]>> {
  const ids: string[] = [];
  const keys: string[] = [];
  for (const record of records) {
    for (const key of keysOf(record)) {
      ids.push(record.id);
      keys.push(String(key));
    }
  }
  const byRecord = new Map<string, Candidate[]>();
  if (ids.length === 0) return byRecord;
  const people = await sql<PersonRow>("select * from find_candidates($1, $2, $3)", [
    runId,
    ids,
    keys,
  ]);
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

/**
 * Compares records with the registry: one statement for those who carry their numbers, one for whom
 * else the first leaves open, the rest in memory.
 */
export async function compareRecords(
  context: CompareContext,
  records: SubjectRow[],
): Promise<Compared[]> {
  if (records.length === 0) return [];
  const rejected = await findRejected(context.sql, records);
  const wanted = (found: Map<string, Candidate[]>, record: SubjectRow) =>
    (found.get(record.id) ?? []).filter((one) => !rejected.has(`${record.id} ${one.personId}`));
  const holders = await findCandidates(context, records, (one) => numberKeys(subjectOf(one)));
  const others = await findCandidates(context, records, (one) =>
    furtherKeys(subjectOf(one), wanted(holders, one), context.model),
  );
  return records.map((record) => {
    const candidates = [...wanted(holders, record), ...wanted(others, record)];
    const decision = matchRecord(subjectOf(record), candidates, context.model);
    return { record, candidates, decision };
  });
}
