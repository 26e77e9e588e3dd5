import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { snapshotComparer } from "./compare";
import type { Compared } from "./comparer";
import { SUBJECT_COLUMNS, type SubjectRow } from "./subjects";

export interface AgainOf {
  /** What asks, for the log of the registry's readings; null for a single command. */
  id: string | null;
  model: MatchModel;
}

/** Compares records as runs do, within the open transaction; nothing is stored. */
export function compareAgain(sql: Sql, records: SubjectRow[], of: AgainOf): Promise<Compared[]> {
  const inScope = <T>(run: (open: Sql) => Promise<T>) => run(sql);
  return snapshotComparer().compare({ inScope, runId: of.id, model: of.model }, records);
}

const SUBJECTS = `select ${SUBJECT_COLUMNS} from record where id = any($1) order by id`;

/** The same for records as they are now. */
export async function compareIds(sql: Sql, ids: string[], of: AgainOf): Promise<Compared[]> {
  return compareAgain(sql, await sql<SubjectRow>(SUBJECTS, [ids]), of);
}
