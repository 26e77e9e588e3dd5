import "server-only";
import type { Question } from "@/lib/domain/matching/gateway/question";
import { formatBirthDate } from "@/lib/domain/records/partial-date";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import type { SubjectRow } from "../subjects";
import { PURPOSE } from "./registry-gateway";

/** A question about one record of a run. */
export interface Due {
  record: SubjectRow;
  question: Question;
}

const ANSWERED = `
  select distinct on (record_id, number) record_id as "recordId", number, kinds, answer
  from registry_question q
  where run_id = $1 and answer is not null and record_id = any($2)
    and record_version = (select r.version from record r where r.id = q.record_id)
  order by record_id, number, answered_at`;

export interface Answered {
  recordId: string;
  number: number;
  kinds: string[];
  answer: boolean;
}

/** What a run that was broken off has learnt of these records, as long as they are unchanged. */
export function findAnswered(sql: Sql, runId: string, recordIds: string[]): Promise<Answered[]> {
  return sql<Answered>(ANSWERED, [runId, recordIds]);
}

const ASKING = `
  insert into registry_question (id, run_id, record_id, record_version, officer_id, purpose, number, kinds)
  select id, $2::uuid, record_id, version, current_setting('app.officer')::uuid, $3, number,
    array(select jsonb_array_elements_text(kinds))
  from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, version int, number int, kinds jsonb)`;

/** Notes questions before they are sent; gives the ids of their lines, in their order. */
export async function noteQuestions(sql: Sql, runId: string | null, due: Due[]): Promise<string[]> {
  const lines = due.map(({ record, question: { number, kinds } }) => ({
    id: newId(),
    record_id: record.id,
    version: record.version,
    number,
    kinds,
  }));
  await sql(ASKING, [JSON.stringify(lines), runId, PURPOSE]);
  // A sign of life: no other worker need take the run up.
  if (runId) await sql("update match_run set touched_at = now() where id = $1", [runId]);
  return lines.map((line) => line.id);
}

const ANSWER = `
  update registry_question q set answer = x.answer, answered_at = now()
  from jsonb_to_recordset($1::jsonb) as x(id uuid, answer boolean) where q.id = x.id`;

export async function noteAnswers(
  sql: Sql,
  answers: { id: string; answer: boolean }[],
): Promise<void> {
  if (answers.length > 0) await sql(ANSWER, [JSON.stringify(answers)]);
}

/** One question with its answer, as it is kept for the side-by-side screen. Dates as people write them. */
export interface ReadAnswer {
  kinds: string[];
  fullName: string;
  birthDate: string;
  sex: string;
  idNumber: string;
  answer: boolean;
}

const READING = `
  insert into registry_reading (id, record_id, run_id, source, answers)
  select id, record_id, $2::uuid, 'gateway', answers
  from jsonb_to_recordset($1::jsonb) as x(id uuid, record_id uuid, answers jsonb)`;

/** Keeps what the registry said of each record; nothing of those that it was not asked about. */
export async function saveReadings(
  sql: Sql,
  runId: string | null,
  read: { recordId: string; questions: Question[]; answers: boolean[] }[],
): Promise<void> {
  const rows = read
    .filter(({ answers }) => answers.length > 0)
    .map(({ recordId, questions, answers }) => ({
      id: newId(),
      record_id: recordId,
      answers: answers.flatMap((answer, at) => {
        const question = questions[at];
        return question ? [readAnswer(question, answer)] : [];
      }),
    }));
  if (rows.length > 0) await sql(READING, [JSON.stringify(rows), runId]);
}

function readAnswer({ kinds, identity }: Question, answer: boolean): ReadAnswer {
  return { kinds, ...identity, birthDate: formatBirthDate(identity.birthDate), answer };
}
