import "server-only";
import { numberAgrees, scoreCandidate } from "@/lib/domain/matching/score";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { writtenIdentity } from "@/lib/domain/records/field-value";
import type { FieldSources, FieldValues } from "@/lib/domain/tasks/field-policy";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { prepared } from "@/lib/server/core/prepared";
import { currentModel } from "@/lib/server/matching/models";
import { type IdentityRow, identityOf } from "@/lib/server/matching/subjects";
import { IS_PERSON, PERSON_OF, PERSON_VALUES } from "./person-sql";
import type { TaskRow } from "./task-row";

interface RecordRow extends IdentityRow {
  phone: string | null;
  address: string | null;
}

interface CandidateRow extends IdentityRow {
  old_ids: string[];
}

const CURRENT = prepared(
  "select full_name, birth_date, birth_precision, sex, id_number, phone, address from record where id = $1",
);

// Only the candidates of the last comparison: what the officer has on the screen.
const CANDIDATE = `
  select ${PERSON_VALUES}, coalesce(p.old_ids, '{}') as old_ids
  from record r join match_candidate c on c.result_id = r.match_result_id ${PERSON_OF}
  where r.id = $1 and c.person_id = $2 and ${IS_PERSON}`;

/** The four fields as they are written. */
export const written = (row: IdentityRow): FieldValues => writtenIdentity(identityOf(row));

type Pair = { record: RecordRow; candidate: CandidateRow; personId: string };

/** Judged anew: a later list or reading may have brought another number since the comparison. */
function carriesNumber({ record, candidate, personId }: Pair, model: MatchModel): boolean {
  const person = { ...identityOf(candidate), personId, oldIds: candidate.old_ids };
  return numberAgrees(scoreCandidate({ ...identityOf(record), foreign: false }, person, model));
}

/** What the record holds now, what the chosen person holds, and what police confirmed. */
export async function readSides(
  sql: Sql,
  task: TaskRow,
  personId: string | null,
): Promise<FieldSources> {
  const record = found((await sql<RecordRow>(CURRENT, [task.record_id]))[0]);
  const current = { ...written(record), phone: record.phone, address: record.address };
  const confirmed = task.confirmed ?? undefined;
  if (!personId) return { current, sameNumber: false, confirmed };
  const candidate = (await sql<CandidateRow>(CANDIDATE, [task.record_id, personId]))[0];
  if (!candidate) throw new AppError("RULE", "candidateGone");
  const sameNumber = carriesNumber({ record, candidate, personId }, await currentModel(sql));
  return { current, registry: written(candidate), sameNumber, confirmed };
}
