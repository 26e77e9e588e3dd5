import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { makeRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { type CommandContext, command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

/** Whose lines are on a sheet: a hamlet's, those of no hamlet, or the officer's own list. */
export const WORKSHEET_KINDS = ["hamlet", "noHamlet", "own"] as const;
/** `listed`: what the list of tasks showed. */
export type WorksheetKind = (typeof WORKSHEET_KINDS)[number] | "listed";

/** As many as fit on what a team carries along; the rest is on the next sheet. */
export const MOST_LINES = 500;

const WorksheetInput = z
  .object({ kind: z.enum(WORKSHEET_KINDS), hamletId: z.uuid().nullish() })
  .refine((one) => one.kind !== "hamlet" || one.hamletId, {
    path: ["hamletId"],
    message: "hamletMissing",
  });

/**
 * What is worked on door to door: a hamlet team and the station look for whom the record does not
 * tell, police for whom they have to verify. $1 unit, $2 state, $3 hamlet, $4 without hamlet, $5 officer.
 */
export const SHEET_TASKS = `
  from task t join record r on r.id = t.record_id left join hamlet h on h.id = t.hamlet_id
  where t.unit_id = $1 and (t.state = $2 or (t.state = 'waiting' and t.resume_to = $2))
    and ($3::uuid is null or t.hamlet_id = $3) and (not $4::boolean or t.hamlet_id is null)
    and ($5::uuid is null or t.assignee_id = $5)`;

/** A hamlet team's list is its hamlet's, whatever it asks for. */
export function sheetScope(actor: Actor, of: { kind: WorksheetKind; hamletId?: string | null }) {
  const team = forceOf(actor) === "hamlet";
  const hamletId = team ? actor.hamletId : of.kind === "hamlet" ? (of.hamletId ?? null) : null;
  const own = of.kind === "own" && !team;
  const state = forceOf(actor) === "police" ? "verifying" : "surveying";
  const without = of.kind === "noHamlet" && !team;
  return {
    hamletId,
    params: [actor.unitId, state, hamletId, without, own ? actor.officerId : null],
  };
}

const LINES = `
  select t.id as task_id, t.record_id, t.unit_path ${SHEET_TASKS}
  order by h.name nulls last, r.address nulls last, r.full_name, t.id limit ${MOST_LINES}`;

export interface SheetTask {
  task_id: string;
  record_id: string;
  unit_path: string;
}

/** From 0 up to 1, by the same chance as keys. */
function random(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}

// A code that another sheet has is made anew; that it is taken says nothing of whose it is.
const INSERT_LINES = `
  insert into worksheet_line (code, worksheet_id, line_no, task_id, record_id, unit_path)
  select x.code, $2, x.line_no, x.task_id, x.record_id, x.unit_path
  from jsonb_to_recordset($1::jsonb) as x(code text, line_no int, task_id uuid, record_id uuid, unit_path text)
  on conflict (code) do nothing
  returning line_no`;

async function insertLines(sql: Sql, worksheetId: string, lines: SheetTask[]): Promise<void> {
  let left = lines.map((line, at) => ({ ...line, line_no: at + 1 }));
  while (left.length > 0) {
    const rows = left.map((line) => ({ ...line, code: makeRowCode(random) }));
    const made = await sql<{ line_no: number }>(INSERT_LINES, [JSON.stringify(rows), worksheetId]);
    const done = new Set(made.map((row) => row.line_no));
    left = left.filter((line) => !done.has(line.line_no));
  }
}

async function requireHamlet(sql: Sql, hamletId: string, unitId: string): Promise<void> {
  found((await sql("select 1 from hamlet where id = $1 and unit_id = $2", [hamletId, unitId]))[0]);
}

interface NewSheet {
  hamletId: string | null;
  kind: WorksheetKind;
  lines: SheetTask[];
}

/** Makes a sheet; every line gets a code of its own. Gives its id. */
export async function insertWorksheet(
  { sql, actor }: CommandContext,
  { hamletId, kind, lines }: NewSheet,
): Promise<string> {
  const id = newId();
  await sql(
    `insert into worksheet (id, unit_id, unit_path, hamlet_id, kind, created_by_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, actor.unitId, actor.unitPath, hamletId, kind, actor.officerId],
  );
  await insertLines(sql, id, lines);
  return id;
}

/** A list to go from door to door with; every line has a code of its own. */
export const createWorksheet = command({
  name: "worksheet.create",
  permission: "task:claim",
  input: WorksheetInput,
  async run(ctx, input) {
    const { sql, actor } = ctx;
    const { hamletId, params } = sheetScope(actor, input);
    if (hamletId) await requireHamlet(sql, hamletId, actor.unitId);
    const lines = await sql<SheetTask>(LINES, params);
    if (lines.length === 0) throw new AppError("RULE", "worksheetEmpty");
    const id = await insertWorksheet(ctx, { hamletId, kind: input.kind, lines });
    return {
      data: { worksheetId: id, lines: lines.length },
      audit: { entity: "worksheet", entityId: id, detail: { lines: lines.length } },
    };
  },
});
