import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { placeInHamlets } from "./hamlets";
import { moveTasks } from "./move";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

/** Records of one old commune (as the file names it) whose unit of today is not known. */
export interface UndecidedGroup {
  commune: string | null;
  district: string | null;
  province: string | null;
  status: string;
  records: number;
  /** today's communes that the old one went into, where it is known */
  choices: { id: string; name: string }[];
}

const GROUPS = `
  select r.received->>'communeName' as commune, r.received->>'districtName' as district,
    r.received->>'provinceName' as province, r.residence_status as status, count(*)::int as records,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name collate "vi-x-icu"), '[]')
     from unit_successor s join unit u on u.id = s.new_unit_id where s.old_unit_id = r.received_unit_id) as choices
  from record r where r.residence_status <> 'resolved'
  group by 1, 2, 3, 4, r.received_unit_id order by 5 desc limit 200`;

const COMMUNES = `
  select u.id, u.name from unit u where u.level = 'commune' and u.valid_to is null
    and u.path >= current_setting('app.record_from', true) and u.path < current_setting('app.record_to', true)
  order by u.name collate "vi-x-icu"`;

/** The groups that wait for a choice, the largest first, and the communes to choose from. */
export const listUndecided = query("residence:choose", async ({ sql }) => ({
  groups: await sql<UndecidedGroup>(GROUPS),
  communes: await sql<{ id: string; name: string }>(COMMUNES),
}));

const Choice = z.object({
  commune: z.string().max(200).nullable(),
  district: z.string().max(200).nullable(),
  province: z.string().max(200).nullable(),
  status: z.enum(["split", "unresolved", "ambiguous", "unknown", "elsewhere"]),
  unitId: z.string().min(1).max(20),
});

const UNIT = `
  select id, path, name from unit where id = $1 and level = 'commune' and valid_to is null
    and path >= current_setting('app.record_from', true) and path < current_setting('app.record_to', true)`;

const PLACE = `
  update record r set unit_id = $4, unit_path = $5, residence_status = 'resolved', version = version + 1,
    updated_at = now()
  where r.residence_status = $6
    and r.received->>'communeName' is not distinct from $1 and r.received->>'districtName' is not distinct from $2
    and r.received->>'provinceName' is not distinct from $3 returning r.id`;

const WAITING = `
  update task t set unit_id = $2, unit_path = $3, hamlet_id = r.hamlet_id
  from record r where r.id = t.record_id and t.record_id = any($1) and t.state = 'new'
  returning ${TASK_COLUMNS}`;

/** Says to which commune of today a group of records belongs; their tasks go to its officers. */
export const chooseResidence = command({
  name: "task.chooseResidence",
  permission: "residence:choose",
  input: Choice,
  async run({ sql, actor }, { commune, district, province, status, unitId }) {
    const [unit] = await sql<{ id: string; path: string; name: string }>(UNIT, [unitId]);
    if (!unit) throw new AppError("RULE", "notACommune");
    const placed = await sql<{ id: string }>(PLACE, [
      commune,
      district,
      province,
      unit.id,
      unit.path,
      status,
    ]);
    const ids = placed.map((row) => row.id);
    await placeInHamlets(sql, ids);
    const tasks = await sql<TaskRow>(WAITING, [ids, unit.id, unit.path]);
    await moveTasks(sql, tasks, { event: "assign", by: "system", actor });
    return {
      data: { records: ids.length, unit: unit.name },
      audit: { entity: "unit", entityId: unit.id, detail: { records: ids.length } },
    };
  },
});
