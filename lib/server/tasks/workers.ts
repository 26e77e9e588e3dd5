import "server-only";
import type { Campaign, Day, Days, Giving } from "@/lib/domain/tasks/capacity";
import type { Sql } from "@/lib/server/core/db";
import { readSetting } from "@/lib/server/units/settings";

/** An officer who settles tasks, with what they can give. */
export interface Worker extends Giving {
  officerId: string;
  fullName: string;
  role: string;
  unitId: string;
  hamletId: string | null;
}

export interface Calendar {
  workers: Worker[];
  campaigns: Campaign[];
}

interface WorkerRow {
  id: string;
  full_name: string;
  role: string;
  unit_id: string;
  unit_path: string;
  hamlet_id: string | null;
  minutes: number | null;
  absences: Days[];
}

const WORKERS = `
  select o.id, o.full_name, o.role, o.unit_id, o.unit_path, o.hamlet_id, p.minutes,
    array(select jsonb_build_object('from', a.from_day, 'to', a.to_day) from officer_absence a
      where a.officer_id = o.id and a.cancelled_at is null and a.to_day >= $2 order by a.from_day) as absences
  from officer o left join officer_plan p on p.officer_id = o.id
  where ($1::text[] is null or o.unit_id = any($1))
    and o.disabled_at is null and o.role in ('police', 'health', 'hamlet')
  order by o.id`;

// Those of units above hold here too: the policy lets them be read.
const CAMPAIGNS = `
  select c.unit_path as "unitPath", c.from_day as "from", c.to_day as "to", c.share from campaign c
  where c.cancelled_at is null and c.to_day >= $1`;

/** Campaigns that hold on `from` or later, in the actor's area or above it. */
export function readCampaigns(sql: Sql, from: Day): Promise<Campaign[]> {
  return sql<Campaign>(CAMPAIGNS, [from]);
}

/**
 * Who settles tasks in these units (null: in the whole area), and what each can give from a day on.
 */
export async function readWorkers(
  sql: Sql,
  of: { unitIds: string[] | null; from: Day },
): Promise<Calendar> {
  const unitIds = of.unitIds && [...new Set(of.unitIds)];
  const rows = await sql<WorkerRow>(WORKERS, [unitIds, of.from]);
  const standard = await readSetting(sql, "capacityMinutes");
  const workers = rows.map((row) => ({
    officerId: row.id,
    fullName: row.full_name,
    role: row.role,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    hamletId: row.hamlet_id,
    minutes: row.minutes ?? standard,
    absences: row.absences,
  }));
  return { workers, campaigns: await readCampaigns(sql, of.from) };
}
