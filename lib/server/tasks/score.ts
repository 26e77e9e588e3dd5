import "server-only";
import { z } from "zod";
import { matchRecord } from "@/lib/domain/matching/decide";
import { MATCH_RULES } from "@/lib/domain/matching/rules";
import { scoreCandidate } from "@/lib/domain/matching/score";
import {
  type Candidate,
  DIFFERENCE_CLASSES,
  IDENTITY_FIELDS,
  type MatchModel,
  type MatchSubject,
} from "@/lib/domain/matching/vocabulary";
import { validateIdNumber } from "@/lib/domain/records/id-number-check";
import type { Identity } from "@/lib/domain/records/identity";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { resolveChoices } from "@/lib/domain/tasks/choice";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { type QueryContext, query } from "@/lib/server/core/query";
import { currentModel } from "@/lib/server/matching/models";
import { candidateOf, type PersonRow } from "@/lib/server/matching/subjects";
import { TaskChoices } from "./inputs";
import { IS_PERSON, PERSON_OF, PERSON_VALUES } from "./person-sql";
import { readSides } from "./sides";
import { READ_TASK } from "./sql";
import type { TaskRow } from "./task-row";

export const ScoreInput = TaskChoices.omit({ version: true });

/** What the engine would say, should the record hold what has been chosen so far. */
export const ScoredChoices = z.object({
  /** 0..1, of the chosen person */
  score: z.number(),
  threshold: z.number(),
  fields: z.partialRecord(
    z.enum(IDENTITY_FIELDS),
    z.object({ class: z.enum(DIFFERENCE_CLASSES), points: z.number() }),
  ),
  settlingField: z.enum(IDENTITY_FIELDS).nullable(),
  /** it would be accepted without anybody looking */
  accepted: z.boolean(),
  rule: z.enum(MATCH_RULES),
});
export type ScoredChoices = z.output<typeof ScoredChoices>;

// Everybody whom the last comparison kept, so that the distance to the second counts as well.
const PERSONS = `
  select c.record_id, c.person_id, coalesce(p.old_ids, '{}') as old_ids, p.address, p.commune_code,
    ${PERSON_VALUES}
  from record r join match_candidate c on c.result_id = r.match_result_id ${PERSON_OF}
  where r.id = $1 and ${IS_PERSON}`;

const TRIED = `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  values ($1, $2, 'tried', array['idNumber'], 'task')`;

// Nobody mistypes a number so often; who tries more would find it out.
const MOST_TRIED = 10;
const TRIED_LATELY = `
  select count(*)::int as n from registry_access
  where record_id = $2 and officer_id = $1 and kind = 'tried' and at > now() - interval '1 hour'`;

function identityOf(values: FieldValues): Identity {
  const date = parseBirthDate(values.birthDate ?? "");
  const number = validateIdNumber(values.idNumber ?? "");
  return {
    fullName: values.fullName ?? null,
    birthDate: date.ok ? date.value : null,
    sex: (values.sex ?? null) as Identity["sex"],
    idNumber: number.ok ? number.value : null,
  };
}

interface Judged {
  subject: MatchSubject;
  persons: Candidate[];
  chosen: Candidate;
}

function judge({ subject, persons, chosen }: Judged, model: MatchModel): ScoredChoices {
  const decision = matchRecord(subject, persons, model);
  const { score, fields } = scoreCandidate(subject, chosen, model);
  const { outcome, rule, settlingField } = decision;
  return {
    score,
    threshold: model.acceptScore,
    fields: Object.fromEntries(
      fields.map(({ field, class: kind, points }) => [field, { class: kind, points }]),
    ),
    settlingField,
    accepted: outcome === "matched" || outcome === "repaired",
    rule,
  };
}

// A number that was typed is held against one that is masked: that somebody tries is written down.
async function noteTried({ sql, actor }: QueryContext, recordId: string): Promise<void> {
  const of = [actor.officerId, recordId];
  const [lately] = await sql<{ n: number }>(TRIED_LATELY, of);
  if ((lately?.n ?? 0) >= MOST_TRIED) throw new AppError("LIMITED");
  await sql(TRIED, of);
}

async function readPersons(sql: Sql, recordId: string): Promise<Candidate[]> {
  return (await sql<PersonRow>(PERSONS, [recordId])).map(candidateOf);
}

/**
 * The engine's word on choices that have not been sent, by the same functions that will compare the
 * record once they are. Nothing is changed. `LIMITED` after ten typed numbers of one record within an hour.
 * Not told to whoever approves, who looks for themselves.
 */
export const scoreChoices = query(
  "task:claim",
  async (ctx, raw: unknown): Promise<ScoredChoices> => {
    const { taskId, personId, choices } = ScoreInput.parse(raw);
    const { sql } = ctx;
    const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
    if (task.state === "approving" || !personId) throw new AppError("NOT_FOUND");
    const sides = await readSides(sql, task, personId);
    const other = { ...sides.registry, ...sides.confirmed };
    const values = {
      ...sides.current,
      ...resolveChoices(choices, { record: sides.current, other }),
    };
    const persons = await readPersons(sql, task.record_id);
    const chosen = found(persons.find((one) => one.personId === personId));
    const subject = { ...identityOf(values), foreign: false };
    const isTried = choices.idNumber?.choice === "edit" && subject.idNumber !== null;
    if (isTried) await noteTried(ctx, task.record_id);
    return judge({ subject, persons, chosen }, await currentModel(sql));
  },
);
