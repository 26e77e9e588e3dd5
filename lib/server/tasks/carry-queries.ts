import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import type { CarriedLine, CarriedList } from "@/lib/domain/tasks/worksheet/carried";
import { missingOf } from "@/lib/domain/tasks/worksheet/missing";
import { query } from "@/lib/server/core/query";
import { SHEET_ORDER } from "./worksheet";

interface Row extends Omit<CarriedLine, "missing"> {
  birthPrecision: string | null;
  idNumber: string | null;
  until: Date;
}

const CARRIED = `
  select t.id as "taskId", t.version, r.full_name as "fullName", r.birth_precision as "birthPrecision",
    extract(year from r.birth_date)::text as "birthYear", r.sex, r.id_number as "idNumber",
    h.name as hamlet, r.address, r.phone, c.until
  from carried_task c join task t on t.id = c.task_id join record r on r.id = t.record_id
  left join hamlet h on h.id = t.hamlet_id
  where c.officer_id = $1 and c.until > now()
    and (t.state = $2 or (t.state = 'waiting' and t.resume_to = $2)) ${SHEET_ORDER}`;

function lineOf({ birthPrecision, idNumber, until: _, ...line }: Row): CarriedLine {
  return { ...line, missing: missingOf({ ...line, birthPrecision, idNumber }) };
}

/** What the officer carries along, as it stands now: who was settled meanwhile is gone from it. */
export const getCarriedList = query("task:claim", async ({ sql, actor }): Promise<CarriedList> => {
  const state = forceOf(actor) === "police" ? "verifying" : "surveying";
  const rows = await sql<Row>(CARRIED, [actor.officerId, state]);
  return {
    officerId: actor.officerId,
    validUntil: rows[0]?.until.toISOString() ?? null,
    lines: rows.map(lineOf),
  };
});

export interface Carrier {
  name: string | null;
  until: Date;
  own: boolean;
}

const CARRIERS = `
  select o.full_name as name, c.until, c.officer_id = $2 as own
  from carried_task c left join officer o on o.id = c.officer_id
  where c.task_id = $1 and c.until > now() order by c.until desc`;

/** Who carries a task along on a list: a result of theirs may come in later. */
export const getCarriers = query<string, Carrier[]>("task:read", ({ sql, actor }, taskId) =>
  sql<Carrier>(CARRIERS, [taskId, actor.officerId]),
);
