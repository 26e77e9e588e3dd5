import "server-only";
import { recordStoredKeys } from "@/lib/domain/matching/stored-keys";
import type { Candidate } from "@/lib/domain/matching/vocabulary";
import type { CompareContext } from "./comparer";
import { candidateOf, type PersonRow, type SubjectRow, subjectOf } from "./subjects";

/**
 * Candidates of many records with one statement, in the order of the records: people who share a
 * blocking key and of whom nobody has said that they are somebody else.
 */
export async function findCandidates(
  { inScope, runId, model }: CompareContext,
  records: SubjectRow[],
): Promise<Candidate[][]> {
  const ids: string[] = [];
  const keys: number[] = [];
  for (const record of records) {
    for (const key of recordStoredKeys(subjectOf(record), model)) {
      ids.push(record.id);
      keys.push(key);
    }
  }
  const people = await inScope((sql) =>
    sql<PersonRow>("select * from find_candidates($1, $2, $3)", [runId, ids, keys]),
  );
  const byRecord = new Map<string, Candidate[]>();
  for (const person of people) {
    const list = byRecord.get(person.record_id);
    if (list) list.push(candidateOf(person));
    else byRecord.set(person.record_id, [candidateOf(person)]);
  }
  return records.map((record) => byRecord.get(record.id) ?? []);
}
