import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import type { CompareContext, Compared, RegistryComparer } from "./comparer";
import { type ExactJudge, findExact } from "./exact";
import { type ExactMatch, saveExact } from "./exact-save";
import { nextRecords, type RunPlace } from "./run-records";
import { isLive, lockRun, type RunRow } from "./run-row";
import { SUBJECT_COLUMNS, type SubjectRow } from "./subjects";
import { saveResults } from "./writes";

/** Records of a run from one place to the next, and what the engine says of them; nothing is written yet. */
export interface Slice {
  from: RunPlace;
  to: RunPlace;
  records: number;
  exact: ExactMatch[];
  compared: Compared[];
}

export interface Comparing {
  context: CompareContext & { runId: string };
  comparer: RegistryComparer;
  /** Decides on a pair that agrees as it stands; null: such records are compared like all others. */
  exactJudge: ExactJudge | null;
  size: number;
}

const SUBJECTS = `select ${SUBJECT_COLUMNS} from record where id = any($1) order by id`;

/**
 * Reads the next records after `from` and compares them, without a lock: first all that agree as
 * they stand, with one statement, then the others. Null when there are none left.
 */
export async function prepareSlice(
  run: RunRow,
  from: RunPlace,
  comparing: Comparing,
): Promise<Slice | null> {
  const { context, comparer, size } = comparing;
  const next = await context.inScope((sql) => nextRecords(sql, run, { ...from, size }));
  const last = next.at(-1);
  if (!last) return null;
  const ids = next.map((record) => record.id);
  const exact = await findMatches(ids, comparing);
  const settled = new Set(exact.map(({ pair }) => pair.record_id));
  const rest = await context.inScope((sql) =>
    sql<SubjectRow>(SUBJECTS, [ids.filter((id) => !settled.has(id))]),
  );
  const compared = await comparer.compare(context, rest);
  const to: RunPlace = { cursor: last.id, cursor_path: last.unit_path };
  return { from, to, records: next.length, exact, compared };
}

async function findMatches(
  ids: string[],
  { context, exactJudge }: Comparing,
): Promise<ExactMatch[]> {
  if (!exactJudge) return [];
  const pairs = await context.inScope((sql) => findExact(sql, context.runId, ids));
  const decisions = await exactJudge(pairs);
  return pairs.flatMap((pair, at) => {
    const decision = decisions[at];
    return decision ? [{ pair, decision }] : [];
  });
}

const ADVANCE = `
  update match_run set state = 'running', done = done + $2, exact = exact + $3, "cursor" = $4, cursor_path = $5,
    busy_ms = busy_ms + $6, touched_at = now(), waiting_since = null where id = $1`;

/**
 * Writes a slice and moves the run's place, in the caller's transaction. Null when the run was paused
 * or cancelled meanwhile, or another worker has been here: then nothing is written. Gives what was
 * compared in full and stored, of which tasks are made.
 */
export async function writeSlice(
  sql: Sql,
  slice: Slice,
  of: { runId: string; model: MatchModel; elapsed: number },
): Promise<Compared[] | null> {
  const run = await lockRun(sql, of.runId);
  if (!run || !isLive(run) || run.cursor !== slice.from.cursor) return null;
  const written = { runId: run.id, modelVersion: of.model.version };
  const exact = await saveExact(sql, slice.exact, written);
  const repairs = { taskId: null };
  const stored = await saveResults(sql, slice.compared, { ...written, repairs, ahead: true });
  const elapsed = Math.round(of.elapsed);
  const { cursor, cursor_path: path } = slice.to;
  await sql(ADVANCE, [run.id, slice.records, exact, cursor, path, elapsed]);
  return stored;
}
