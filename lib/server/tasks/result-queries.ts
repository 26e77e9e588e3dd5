import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { TaskState } from "@/lib/domain/tasks/states";
import { type Missing, missingOf } from "@/lib/domain/tasks/worksheet/missing";
import type { CellIssue } from "@/lib/domain/tasks/worksheet/read-row";
import { planResult, type RowOutcome, type SheetResult } from "@/lib/domain/tasks/worksheet/result";
import { readRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { readSetting } from "@/lib/server/units/settings";
import { TODAY } from "./contact";
import { namesOther, resultKey } from "./result-apply";
import type { SheetFailure } from "./result-read";

/** What a line will do, or did. `unsaid` for a line that has nothing written behind it. */
export type RowSays =
  | {
      what: "survey" | "contact" | "cannotFind" | "giveUp";
      missing: number;
      proposed: string | null;
    }
  | { what: RowOutcome; reason: string | null; params: Record<string, string | number> };

export interface ResultRowView {
  rowNo: number;
  /** "" where it can't be read */
  code: string;
  name: string | null;
  kind: SheetResult["kind"] | null;
  issues: CellIssue[];
  done: boolean;
  says: RowSays;
  taskId: string | null;
}

interface Row {
  rowNo: number;
  code: string;
  name: string | null;
  result: SheetResult | null;
  issues: CellIssue[];
  outcome: RowOutcome | null;
  reason: string | null;
  params: Record<string, string | number> | null;
  taskId: string | null;
  keys: string[] | null;
  state: TaskState | null;
  resumeTo: TaskState | null;
  attempts: number | null;
  fullName: string | null;
  counts: boolean;
}

// A code of a task out of scope finds no line: row security is the whole answer.
const ROWS = `
  select x.row_no as "rowNo", x.code, x.name, x.result, x.issues, x.outcome, x.reason, x.params,
    coalesce(x.task_id, t.id) as "taskId", l.applied_keys as keys, t.state, t.resume_to as "resumeTo",
    t.attempts, r.full_name as "fullName",
    not exists (select 1 from contact_attempt c where c.task_id = t.id and c.kind = x.result ->> 'how'
      and (c.at at time zone 'Asia/Ho_Chi_Minh')::date = coalesce((x.result ->> 'day')::date, ${TODAY})) as counts
  from result_row x left join worksheet_line l on l.code = x.code left join task t on t.id = l.task_id
  left join record r on r.id = l.record_id
  where x.sheet_id = $1 order by x.row_no`;

const SHEET = `
  select s.id, s.file_name as "fileName", s.failure, s.created_at as "createdAt", o.full_name as name
  from result_sheet s left join officer o on o.id = s.created_by_id where s.id = $1`;

interface SheetRow {
  id: string;
  fileName: string;
  failure: SheetFailure | null;
  createdAt: Date;
  name: string | null;
}

const said = (what: RowOutcome, reason: string | null = null): RowSays => ({
  what,
  reason,
  params: {},
});

function foreseen(row: Row, of: { actor: Actor; attemptsNeeded: number }): RowSays {
  const { result, state, keys } = row;
  if (!result) return said("empty");
  if (!state || !keys) return said("codeUnknown");
  if (keys.includes(resultKey(result))) return said("alreadyDone");
  if (namesOther(row.name, row.fullName)) return said("refused", "rowNameDiffers");
  const plan = planResult(result, {
    state,
    resumeTo: row.resumeTo,
    attempts: row.attempts ?? 0,
    attemptsNeeded: of.attemptsNeeded,
    force: forceOf(of.actor),
    counts: row.counts,
  });
  if (!plan.ok) return said("changed");
  return { what: plan.event ?? "contact", missing: plan.missing, proposed: plan.proposed };
}

function viewOf(row: Row, of: { actor: Actor; attemptsNeeded: number }): ResultRowView {
  const { rowNo, code, name, result, issues, outcome, taskId } = row;
  const says = outcome
    ? { what: outcome, reason: row.reason, params: row.params ?? {} }
    : foreseen(row, of);
  const done = outcome !== null;
  return { rowNo, code, name, kind: result?.kind ?? null, issues, done, says, taskId };
}

/** A sheet that came back: every line with what it will do, or what became of it. */
export const getResultSheet = query("task:claim", async ({ sql, actor }, id: string) => {
  const sheet = found((await sql<SheetRow>(SHEET, [id]))[0]);
  const attemptsNeeded = await readSetting(sql, "attemptsNeeded");
  const rows = (await sql<Row>(ROWS, [id])).map((row) => viewOf(row, { actor, attemptsNeeded }));
  return { ...sheet, rows };
});

/** Lines that have not been applied, in their order. */
export const listPendingRows = query("task:claim", async ({ sql }, sheetId: string) => {
  const rows = await sql<{ row_no: number }>(
    "select row_no from result_row where sheet_id = $1 and outcome is null order by row_no",
    [sheetId],
  );
  return rows.map((row) => row.row_no);
});

const SHEETS = `
  select s.id, s.file_name as "fileName", s.created_at as "createdAt", o.full_name as name,
    (select count(*)::int from result_row x where x.sheet_id = s.id and x.outcome is null) as pending,
    (select count(*)::int from result_row x where x.sheet_id = s.id and x.outcome = 'applied') as applied
  from result_sheet s left join officer o on o.id = s.created_by_id
  order by s.created_at desc, s.id desc limit 20`;

export interface ResultSheetLine {
  id: string;
  fileName: string;
  createdAt: Date;
  name: string | null;
  pending: number;
  applied: number;
}

/** The latest sheets that came back. */
export const listResultSheets = query("task:claim", ({ sql }) => sql<ResultSheetLine>(SHEETS));

const BY_CODE = `
  select l.code, l.task_id as "taskId", t.state, t.attempts, r.full_name as "fullName", r.address,
    extract(year from r.birth_date)::text as "birthYear", r.birth_precision as "birthPrecision", r.sex,
    r.id_number as "idNumber", r.phone
  from worksheet_line l join task t on t.id = l.task_id join record r on r.id = l.record_id
  where l.code = $1`;

interface CodeRow {
  code: string;
  taskId: string;
  state: TaskState;
  attempts: number;
  fullName: string | null;
  address: string | null;
  birthYear: string | null;
  birthPrecision: string | null;
  sex: string | null;
  idNumber: string | null;
  phone: string | null;
}

export interface CodeAnswer {
  line:
    | (Omit<CodeRow, "idNumber" | "phone" | "birthPrecision"> & {
        missing: Missing[];
        needed: number;
      })
    | null;
  /** why there is no line */
  problem: { code: string; params: Record<string, string | number> } | null;
}

async function lineOf(sql: Sql, code: string): Promise<CodeAnswer> {
  const [row] = await sql<CodeRow>(BY_CODE, [code]);
  if (!row) return { line: null, problem: { code: "rowCodeUnknown", params: {} } };
  const { idNumber: _, phone: __, birthPrecision: ___, ...shown } = row;
  const needed = await readSetting(sql, "attemptsNeeded");
  return { line: { ...shown, missing: missingOf(row), needed }, problem: null };
}

/** Whose line a code is: nobody's, unless the line lies in the actor's area. */
export const findByRowCode = query("task:claim", async ({ sql }, text: string) => {
  const code = readRowCode(text);
  if (!code.ok) return { line: null, problem: { code: code.code, params: code.params ?? {} } };
  return lineOf(sql, code.value);
});
