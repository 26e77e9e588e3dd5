import "server-only";
import { z } from "zod";
import { CARRY_HOURS } from "@/lib/domain/tasks/worksheet/carried";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import {
  MOST_LINES,
  requireHamlet,
  SHEET_ORDER,
  SHEET_TASKS,
  sheetScope,
  WorksheetInput,
} from "./worksheet";

// The order of the list is made anew whenever it is read.
const TAKE = `
  insert into carried_task (task_id, officer_id, until)
  select x.id, $6::uuid, now() + make_interval(hours => ${CARRY_HOURS})
  from (select t.id ${SHEET_TASKS} ${SHEET_ORDER} limit ${MOST_LINES}) x
  returning until`;

const PUT_DOWN = "delete from carried_task where officer_id = $1 returning task_id";

async function putDown(sql: Sql, officerId: string): Promise<number> {
  return (await sql(PUT_DOWN, [officerId])).length;
}

/**
 * Takes a list along for 72 hours, in place of the one carried before. That somebody was given these
 * people's names is in the log.
 */
export const carryList = command({
  name: "worksheet.carry",
  permission: "task:claim",
  input: WorksheetInput,
  async run({ sql, actor }, input) {
    const { hamletId, params } = sheetScope(actor, input);
    if (hamletId) await requireHamlet(sql, hamletId, actor.unitId);
    await putDown(sql, actor.officerId);
    const taken = await sql<{ until: Date }>(TAKE, [...params, actor.officerId]);
    const [first] = taken;
    if (!first) throw new AppError("RULE", "worksheetEmpty");
    return {
      data: { validUntil: first.until.toISOString(), lines: taken.length },
      audit: { entity: "worksheet", detail: { kind: input.kind, lines: taken.length } },
    };
  },
});

/** The list is carried no longer; what was written down on it is not touched. */
export const putListDown = command({
  name: "worksheet.putDown",
  permission: "task:claim",
  input: z.object({}),
  async run({ sql, actor }) {
    const lines = await putDown(sql, actor.officerId);
    return { data: { lines }, audit: { entity: "worksheet", detail: { lines } } };
  },
});
