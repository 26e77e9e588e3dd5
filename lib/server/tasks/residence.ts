import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { placeRecords } from "./residence-place";
import { SPLIT_UNIT } from "./residence-rules";

/** Records of one old commune (as the file names it) whose unit of today is not known. */
export interface UndecidedGroup {
  commune: string | null;
  district: string | null;
  province: string | null;
  status: string;
  /** the commune that was divided; null where it is not known */
  splitUnitId: string | null;
  records: number;
  /** today's communes that the old one went into, where it is known */
  choices: { id: string; name: string }[];
}

const GROUPS = `
  select g.commune, g.district, g.province, g.status,
    case when g.status = 'split' then g.split_unit_id end as "splitUnitId", g.records,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name collate "vi-x-icu"), '[]')
     from units_today(g.split_unit_id) s(id) join unit u on u.id = s.id where u.id <> g.split_unit_id) as choices
  from (
    select r.received->>'communeName' as commune, r.received->>'districtName' as district,
      r.received->>'provinceName' as province, r.residence_status as status, ${SPLIT_UNIT} as split_unit_id,
      count(*)::int as records
    from record r where r.residence_status <> 'resolved' group by 1, 2, 3, 4, 5 order by 6 desc limit 200) g
  order by g.records desc`;

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
  /** the divided commune, where records of the same old names wait for several */
  splitUnitId: z.string().max(40).nullish(),
  unitId: z.string().min(1).max(40),
});

const UNIT = `
  select id, path, name from unit where id = $1 and level = 'commune' and valid_to is null
    and path >= current_setting('app.record_from', true) and path < current_setting('app.record_to', true)`;

const WAITING = `
  select r.id from record r
  where r.residence_status = $4
    and r.received->>'communeName' is not distinct from $1 and r.received->>'districtName' is not distinct from $2
    and r.received->>'provinceName' is not distinct from $3
    and ($5::text is null or ${SPLIT_UNIT} = $5) for update`;

/** Says to which commune of today a group of records belongs; their tasks go to its officers. */
export const chooseResidence = command({
  name: "task.chooseResidence",
  permission: "residence:choose",
  input: Choice,
  async run({ sql, actor }, { commune, district, province, status, splitUnitId, unitId }) {
    const [unit] = await sql<{ id: string; path: string; name: string }>(UNIT, [unitId]);
    if (!unit) throw new AppError("RULE", "notACommune");
    const waiting = await sql<{ id: string }>(WAITING, [
      commune,
      district,
      province,
      status,
      splitUnitId ?? null,
    ]);
    const records = await placeRecords(
      sql,
      waiting.map((row) => row.id),
      { unitId: unit.id, unitPath: unit.path, status: "resolved", ruleId: null, actor },
    );
    return {
      data: { records, unit: unit.name },
      audit: { entity: "unit", entityId: unit.id, detail: { records } },
    };
  },
});
