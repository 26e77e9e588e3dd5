import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import { type ScoreKit, scoreKitOf } from "@/lib/domain/matching/score-kit";
import type { FieldComparison, MatchModel } from "@/lib/domain/matching/vocabulary";
import { writtenIdentity } from "@/lib/domain/records/field-value";
import { maskNumber } from "@/lib/domain/records/mask";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import { eventsFor, type TaskEvent } from "@/lib/domain/tasks/flow";
import { type FieldRow, fieldRows } from "@/lib/domain/tasks/side-by-side";
import type { Owner, TaskState } from "@/lib/domain/tasks/states";
import { NO_DAYS } from "@/lib/domain/units/work-calendar";
import { found } from "@/lib/server/core/error";
import { type QueryContext, query } from "@/lib/server/core/query";
import { currentModel } from "@/lib/server/matching/models";
import { type IdentityRow, identityOf } from "@/lib/server/matching/subjects";
import { readCalendar } from "@/lib/server/units/calendar";
import { readAsked } from "./asked";
import { noteDelivered } from "./delivered";
import { CANDIDATES, CORRECTIONS, DETAIL, HISTORY } from "./detail-sql";
import { type DoseLine, readDoseLines } from "./duplicates/doses";
import { subjectOf } from "./facts";
import { READ_TASK } from "./sql";
import { partsOf, type TaskRow } from "./task-row";

interface DetailRow extends IdentityRow {
  id: string;
  version: number;
  state: TaskState;
  firstForce: Force;
  route: string;
  mainClass: string;
  mainField: string | null;
  dueOn: string;
  resolution: string | null;
  lastComment: string | null;
  unreadReturn: boolean;
  returns: number;
  escalatedAt: Date | null;
  waitReason: string | null;
  waitUntil: string | null;
  confirmed: FieldValues | null;
  confirmedPersonId: string | null;
  assignee: string | null;
  holderId: string | null;
  holder: string | null;
  leaseUntil: Date | null;
  recordId: string;
  code: string;
  phone: string | null;
  address: string | null;
  residenceFrom: string;
  residenceStatus: string;
  outcome: string | null;
  score: number | null;
  resultId: string | null;
  receivedUnitId: string | null;
  unitId: string;
  unitName: string;
  hamlet: string | null;
  explanation: { code: string; params: Record<string, string | number> }[] | null;
  settlingField: string | null;
  samePhone: number;
}

interface CandidateRow extends IdentityRow {
  personId: string;
  rank: number;
  score: number;
  fields: FieldComparison[];
  typed: boolean;
  oldIds: string[];
}

export interface CandidateView {
  personId: string;
  rank: number;
  score: number;
  /** police have typed in what the registry says of this person */
  typed: boolean;
  rows: FieldRow[];
  /** what the browser scores choices with; null where only the server can */
  kit: ScoreKit | null;
}
export type { DoseLine };
export interface HistoryLine {
  event: string;
  toState: string;
  at: Date;
  comment: string | null;
  name: string | null;
  part: Owner | null;
}
export interface CorrectionLine {
  field: string;
  source: string;
  at: Date;
  name: string | null;
  publishedAt: Date | null;
}

const written = (row: IdentityRow): FieldValues => writtenIdentity(identityOf(row));

/** Beside what police confirmed, levels of the registry's own values would say something else. */
function kitOf({ confirmed }: DetailRow, candidate: CandidateRow, model: MatchModel) {
  if (confirmed !== null) return null;
  const { personId, oldIds, fields } = candidate;
  return scoreKitOf({ ...identityOf(candidate), personId, oldIds }, fields, model);
}

function candidateView(
  row: DetailRow,
  candidate: CandidateRow,
  { viewer, model }: { viewer: Force | null; model: MatchModel },
): CandidateView {
  const confirmed = row.confirmed !== null;
  const other = confirmed ? row.confirmed : written(candidate);
  const sources = { record: written(row), other, comparisons: candidate.fields, confirmed };
  return {
    personId: candidate.personId,
    rank: candidate.rank,
    score: candidate.score,
    typed: candidate.typed,
    rows: fieldRows(sources, viewer),
    kit: kitOf(row, candidate, model),
  };
}

/** Without any candidate the record stands alone, or beside what police confirmed. */
function loneView(row: DetailRow, viewer: Force | null): FieldRow[] {
  if (isBlind(row)) return [];
  const confirmed = row.confirmed !== null;
  const sources = { record: written(row), other: row.confirmed, comparisons: [], confirmed };
  return fieldRows(sources, viewer);
}

/** Whoever approves looks for themselves: neither they nor anybody else is told how sure the engine was. */
function isBlind({ state }: DetailRow): boolean {
  return state === "approving";
}

const UNTOLD = { score: null, explanation: null, settlingField: null } as const;

async function readCandidates({ sql }: QueryContext, row: DetailRow): Promise<CandidateRow[]> {
  if (!row.resultId || isBlind(row)) return [];
  return sql<CandidateRow>(CANDIDATES, [row.resultId]);
}

/** What the viewer may do with it now, in each of the parts that they have. */
async function eventsOf({ sql, actor }: QueryContext, taskId: string): Promise<TaskEvent[]> {
  const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
  const calendar = task.state === "approving" ? await readCalendar(sql) : NO_DAYS;
  const subject = subjectOf(task, { actor, now: new Date(), calendar });
  return [...new Set(partsOf(actor).flatMap((part) => eventsFor(subject, part)))];
}

/** Everything of one task for the side-by-side screen; that it was delivered is logged. */
export const getTaskDetail = query("task:read", async (ctx: QueryContext, taskId: string) => {
  const { sql, actor } = ctx;
  const stored = found((await sql<DetailRow>(DETAIL, [taskId]))[0]);
  const row: DetailRow = isBlind(stored) ? { ...stored, ...UNTOLD } : stored;
  const viewer = forceOf(actor);
  const candidates = await readCandidates(ctx, row);
  const asked = await readAsked(ctx, row.recordId);
  if (candidates.length > 0 || asked) await noteDelivered(ctx, row.recordId);
  const events = await eventsOf(ctx, taskId);
  const model = await currentModel(sql);
  const { full_name, birth_date, birth_precision, sex, id_number, confirmed, phone, ...rest } = row;
  return {
    ...rest,
    fullName: full_name,
    phone: phone ? maskNumber(phone) : null,
    confirmedByPolice: confirmed !== null,
    heldByMe: row.holderId === actor.officerId,
    candidates: candidates.map((candidate) => candidateView(row, candidate, { viewer, model })),
    lone: loneView(row, viewer),
    asked,
    events,
    doses: await readDoseLines(sql, row.recordId),
    history: await sql<HistoryLine>(HISTORY, [taskId]),
    corrections: await sql<CorrectionLine>(CORRECTIONS, [row.recordId]),
  };
});

export type TaskDetail = Awaited<ReturnType<typeof getTaskDetail>>;
