import "server-only";
import type { Candidate } from "@/lib/domain/matching/vocabulary";
import type { CompareContext } from "./comparer";
import { candidateOf, type PersonRow, type SubjectRow } from "./subjects";

/**
 * People who are found under the keys of many records, with one statement and in the order of the
 * records; without those of whom it was said that they are somebody else.
 */
export async function findCandidates(
  { inScope, runId }: CompareContext,
  records: SubjectRow[],
  keysOf: (record: SubjectRow, at: number) => number[],
): Promise<Candidate[][]> {
  const ids: string[] = [];
  const keys: number[] = [];
  for (const [at, record] of records.entries()) {
    for (const key of keysOf(record, at)) {
      ids.push(record.id);
      keys.push(key);
    }
  }
  const byRecord = new Map<string, Candidate[]>();
  if (ids.length > 0) {
    const people = await inScope((sql) =>
      sql<PersonRow>("select * from find_candidates($1, $2, $3)", [runId, ids, keys]),
    );
    for (const person of people) {
      const list = byRecord.get(person.record_id);
      if (list) list.push(candidateOf(person));
      else byRecord.set(person.record_id, [candidateOf(person)]);
    }
  }
  return records.map((record) => byRecord.get(record.id) ?? []);
}
