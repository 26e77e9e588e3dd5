import "server-only";
import { matchRecord } from "@/lib/domain/matching/decide";
import { type Accepted, acceptedBy, replayVerdict } from "@/lib/domain/matching/replay";
import type { Candidate, MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { compareAgain } from "./compare-again";
import { getModel } from "./models";
import { COUNT_CASES, type ReplayCase, readCases } from "./replay-history";
import { readShown } from "./replay-shown";
import { subjectOf } from "./subjects";

export interface ReplayRow {
  id: string;
  model_version: string;
  base_version: string;
  unit_path: string;
  state: string;
  cursor: string | null;
}

/** The replay with its row locked, so that two workers never take the same slice. */
export async function lockReplay(sql: Sql, replayId: string): Promise<ReplayRow | null> {
  const rows = await sql<ReplayRow>(
    `select id, model_version, base_version, unit_path, state, cursor from replay where id = $1 for update`,
    [replayId],
  );
  return rows[0] ?? null;
}

const START = `update replay set state = 'running', total = (${COUNT_CASES}), touched_at = now() where id = $1`;
const ADVANCE = "update replay set done = done + $2, cursor = $3, touched_at = now() where id = $1";
const FINISH =
  "update replay set state = 'done', total = done, finished_at = now(), touched_at = now() where id = $1";

const INSERT_LINES = `
  insert into replay_line (replay_id, record_id, unit_path, task_id, open, verdict, main_class, main_field,
    before_outcome, before_person_id, after_outcome, after_person_id, decided_person_id)
  select * from jsonb_to_recordset($1::jsonb) as x(replay_id uuid, record_id uuid, unit_path text,
    task_id uuid, open boolean, verdict text, main_class text, main_field text, before_outcome text,
    before_person_id uuid, after_outcome text, after_person_id uuid, decided_person_id uuid)
  on conflict do nothing`;

interface Compared {
  one: ReplayCase;
  before: MatchDecision;
  after: MatchDecision;
  /** everybody whom officers were shown for the record, the rejected among them */
  shown: Candidate[];
}

/**
 * Whom the model accepts. Pairs that people rejected are never compared again: whether the model would
 * have accepted one of them is asked of those whom the officers had before them.
 */
function acceptedOf({ one, after, shown }: Compared, model: MatchModel): Accepted {
  if (one.decided.rejected.length > 0) {
    const then = acceptedBy(matchRecord(subjectOf(one.record), shown, model));
    if (then.personId !== null && one.decided.rejected.includes(then.personId)) return then;
  }
  return acceptedBy(after);
}

function lineOf(compared: Compared, of: { replay: ReplayRow; model: MatchModel }) {
  const { one, before } = compared;
  const [was, is] = [acceptedBy(before), acceptedOf(compared, of.model)];
  return {
    replay_id: of.replay.id,
    record_id: one.record.id,
    unit_path: of.replay.unit_path,
    task_id: one.taskId,
    open: one.open,
    verdict: replayVerdict({ before: was, after: is }, one.decided),
    main_class: before.mainClass,
    main_field: before.mainField,
    before_outcome: was.outcome,
    before_person_id: was.personId,
    after_outcome: is.outcome,
    after_person_id: is.personId,
    decided_person_id: one.decided.personId,
  };
}

/** What a model decides of each case, by record. */
async function decide(
  sql: Sql,
  cases: ReplayCase[],
  of: { id: string; model: MatchModel },
): Promise<Map<string, MatchDecision>> {
  const records = cases.map((one) => one.record);
  const compared = await compareAgain(sql, records, of);
  return new Map(compared.map(({ record, decision }) => [record.id, decision]));
}

/** The cases under both models: the one in use and the proposed one. */
async function compareCases(sql: Sql, cases: ReplayCase[], replay: ReplayRow) {
  const { id } = replay;
  const model = await getModel(sql, replay.model_version);
  const base = await getModel(sql, replay.base_version);
  const before = await decide(sql, cases, { id, model: base });
  const after = await decide(sql, cases, { id, model });
  const shown = await readShown(sql, cases);
  return cases.flatMap((one) => {
    const [was, is] = [before.get(one.record.id), after.get(one.record.id)];
    if (!was || !is) return [];
    const compared = { one, before: was, after: is, shown: shown.get(one.record.id) ?? [] };
    return [lineOf(compared, { replay, model })];
  });
}

/**
 * Compares the next slice in the shadow: nothing but the replay's own lines is written. Slice and place
 * share the caller's transaction; false when there is nothing left.
 */
export async function replaySlice(sql: Sql, replay: ReplayRow, size: number): Promise<boolean> {
  if (replay.state === "queued") await sql(START, [replay.id]);
  const cases = await readCases(sql, replay.cursor, size);
  const last = cases.at(-1);
  if (!last) {
    await sql(FINISH, [replay.id]);
    return false;
  }
  const lines = await compareCases(sql, cases, replay);
  await sql(INSERT_LINES, [JSON.stringify(lines)]);
  await sql(ADVANCE, [replay.id, cases.length, last.record.id]);
  return true;
}
