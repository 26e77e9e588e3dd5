import "server-only";
import { z } from "zod";
import { ResultInput, type SheetResult } from "@/lib/domain/tasks/worksheet/result";
import { readRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { type Applied, applyResult } from "./result-apply";
import { readResults } from "./result-read";
import { readTyped, refuseField, todayOf } from "./typed-result";

const MEGABYTE = 1024 * 1024;
export const MOST_SHEET_MEGABYTES = 3;

const INSERT_ROWS = `
  insert into result_row (sheet_id, row_no, unit_path, hamlet_id, code, name, cells, result, issues, outcome)
  select $2, row_no, $3, $4, code, name, cells, result, issues, outcome
  from jsonb_to_recordset($1::jsonb) as x(row_no int, code text, name text, cells jsonb, result jsonb,
    issues jsonb, outcome text)`;

/** Takes a filled-in sheet in and reads it; nothing is done to any task yet. */
export const readResultSheet = command({
  name: "worksheet.readResults",
  permission: "task:claim",
  input: z.object({ fileName: z.string().min(1).max(255), file: z.instanceof(Blob) }),
  async run({ sql, actor }, { fileName, file }) {
    if (file.size === 0) throw new AppError("RULE", "fileEmpty");
    if (file.size > MOST_SHEET_MEGABYTES * MEGABYTE) {
      throw new AppError("RULE", "sheetTooBig", { most: MOST_SHEET_MEGABYTES });
    }
    const { rows, failure } = await readResults(file, await todayOf(sql));
    const id = newId();
    await sql(
      `insert into result_sheet (id, unit_path, hamlet_id, file_name, failure, created_by_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        actor.unitPath,
        actor.hamletId,
        fileName,
        failure && JSON.stringify(failure),
        actor.officerId,
      ],
    );
    await sql(INSERT_ROWS, [JSON.stringify(rows), id, actor.unitPath, actor.hamletId]);
    return {
      data: { sheetId: id, rows: rows.length },
      audit: { entity: "worksheet", entityId: id, detail: { rows: rows.length } },
    };
  },
});

interface PendingRow {
  code: string;
  name: string | null;
  result: SheetResult | null;
  outcome: string | null;
}

const PENDING = `
  select code, name, result, outcome from result_row where sheet_id = $1 and row_no = $2 for update`;

const SAVE = `
  update result_row set outcome = $3, reason = $4, params = $5, task_id = $6, applied_at = now()
  where sheet_id = $1 and row_no = $2`;

/** One line of a sheet that came back: done once, whatever becomes of it is kept beside it. */
export const applyResultRow = command({
  name: "worksheet.applyRow",
  permission: "task:claim",
  input: z.object({ sheetId: z.uuid(), rowNo: z.coerce.number().int().min(1) }),
  async run({ sql, actor }, { sheetId, rowNo }) {
    const row = found((await sql<PendingRow>(PENDING, [sheetId, rowNo]))[0]);
    if (row.outcome !== null || !row.result) {
      return { data: { outcome: row.outcome }, audit: { entity: "worksheet", entityId: sheetId } };
    }
    const { code, name, result } = row;
    const applied = await applyResult(sql, actor, { code, name, result });
    const { outcome, reason, taskId, missing } = applied;
    const params = missing ? { missing } : applied.params;
    const said = missing ? "stillMissing" : (reason ?? null);
    await sql(SAVE, [sheetId, rowNo, outcome, said, params && JSON.stringify(params), taskId]);
    const detail = { row: rowNo, outcome, kind: result.kind };
    const of = taskId ? { entity: "task", entityId: taskId } : { entityId: sheetId };
    return { data: { outcome }, audit: { entity: "worksheet", ...of, detail } };
  },
});

const Typed = z.object({ code: z.string().max(40), result: ResultInput });

const REFUSED: Partial<Record<Applied["outcome"], string>> = {
  changed: "resultChanged",
  codeUnknown: "rowCodeUnknown",
};

/** A result typed behind the code of its line. */
export const recordResult = command({
  name: "worksheet.recordResult",
  permission: "task:claim",
  input: Typed,
  async run({ sql, actor }, input) {
    const code = readRowCode(input.code);
    if (!code.ok) return refuseField("code", code.code, code.params);
    const result = await readTyped(sql, input.result);
    const applied = await applyResult(sql, actor, { code: code.value, result });
    const { outcome, taskId, missing = 0 } = applied;
    if (outcome === "refused") throw new AppError("RULE", applied.reason, applied.params);
    const reason = REFUSED[outcome];
    if (reason) throw new AppError("RULE", reason);
    return {
      data: { outcome, taskId, missing },
      audit: {
        entity: "task",
        entityId: taskId ?? undefined,
        detail: { outcome, kind: result.kind },
      },
    };
  },
});
