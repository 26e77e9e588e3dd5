import "server-only";
import { query } from "@/lib/server/core/query";

export interface BatchChoice {
  id: string;
  fileName: string;
  createdAt: Date;
  records: number;
}

export interface UnitChoice {
  id: string;
  name: string;
  level: "nation" | "province" | "commune";
}

/** What a run can be started over. */
export interface RunChoices {
  /** the newest lists that are read and not being compared */
  batches: BatchChoice[];
  /** the officer's own unit's provinces, to narrow down the communes; none for a province */
  provinces: UnitChoice[];
  /** units below the officer's own, or below the chosen province and itself */
  units: UnitChoice[];
}

const BATCHES = `
  select b.id, b.file_name as "fileName", b.created_at as "createdAt", b.records_new + b.records_updated as records
  from import_batch b where b.state = 'done'
    and not exists (select 1 from match_run m where m.batch_id = b.id and m.state in ('queued', 'running'))
  order by b.created_at desc limit 100`;

const IN_AREA = `u.valid_to is null and u.path >= current_setting('app.record_from', true)
  and u.path < current_setting('app.record_to', true)`;

const PROVINCES = `
  select u.id, u.name, u.level from unit u where u.level = 'province' and u.id <> $1 and ${IN_AREA}
  order by u.name collate "vi-x-icu"`;

const UNITS = `
  select u.id, u.name, u.level from unit u where (u.parent_id = $1 or u.id = $2) and ${IN_AREA}
  order by u.level = 'commune', u.name collate "vi-x-icu"`;

export const listRunChoices = query<{ province?: string }, RunChoices>(
  "match:run",
  async ({ sql, actor }, { province }) => ({
    batches: await sql<BatchChoice>(BATCHES),
    provinces: await sql<UnitChoice>(PROVINCES, [actor.unitId]),
    units: await sql<UnitChoice>(UNITS, [province ?? actor.unitId, province ?? null]),
  }),
);
