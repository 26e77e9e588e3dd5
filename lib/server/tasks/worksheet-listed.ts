import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { TaskFilter } from "./list-filter";
import { readListed } from "./redistribute-plan";
import { insertWorksheet, MOST_LINES, SHEET_TASKS, type SheetTask, sheetScope } from "./worksheet";

/** A list may hold more than a sheet: what is looked through to fill one. */
const MOST_LOOKED_AT = 5000;

const LISTED = `
  select t.id as task_id, t.record_id, t.unit_path ${SHEET_TASKS} and t.id = any($6::uuid[])
  order by h.name nulls last, r.address nulls last, r.full_name, t.id limit ${MOST_LINES}`;

/**
 * A list to go from door to door with, of what the list of tasks shows. Tasks that are not worked on
 * door to door, and those that no sheet has room for, stay out and are counted.
 */
export const createListedWorksheet = command({
  name: "worksheet.createListed",
  permission: "task:claim",
  input: z.object({
    filter: TaskFilter,
    taskIds: z.array(z.uuid()).min(1, "tasksNeeded").max(MOST_LOOKED_AT).optional(),
  }),
  async run(ctx, input) {
    const { sql, actor } = ctx;
    const ids = await readListed(ctx, input, MOST_LOOKED_AT);
    const { hamletId, params } = sheetScope(actor, { kind: "listed" });
    const lines = await sql<SheetTask>(LISTED, [...params, ids]);
    if (lines.length === 0) throw new AppError("RULE", "worksheetEmpty");
    const id = await insertWorksheet(ctx, { hamletId, kind: "listed", lines });
    const left = ids.length - lines.length;
    return {
      data: { worksheetId: id, lines: lines.length, left },
      audit: { entity: "worksheet", entityId: id, detail: { lines: lines.length, left } },
    };
  },
});
