import "server-only";
import { dayOf } from "@/lib/domain/tasks/capacity";
import {
  type Done,
  type OfficerWork,
  officerWork,
  type UnitWork,
  unitsWork,
  type WorkCell,
} from "@/lib/domain/tasks/workload";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { readCalendar } from "@/lib/server/units/calendar";
import { readSetting } from "@/lib/server/units/settings";
import { readMinutes } from "./minutes";
import { readWorkers } from "./workers";

/** One pass over an index: neither tasks nor records are read. */
export const CELLS = `
  select t.unit_id as "unitId", t.force, case when t.force = 'hamlet' then t.hamlet_id end as "hamletId",
    t.main_class as "mainClass", t.assignee_id as "officerId", count(*)::int as tasks,
    count(*) filter (where t.due_on < $3)::int as overdue,
    (min(t.created_at) at time zone 'Asia/Ho_Chi_Minh')::date as oldest
  from task t
  where t.unit_path >= $1 and t.unit_path < $2 and t.state <> 'closed'
    and t.state in ('surveying', 'verifying', 'correcting', 'waiting')
  group by 1, 2, 3, 4, 5`;

/** Steps of officers, not those that the system takes after them. */
export const DONE = `
  select e.by_id as "officerId", count(*) filter (where e.at > now() - interval '7 days')::int as week,
    (max(e.at) at time zone 'Asia/Ho_Chi_Minh')::date as last
  from task_event e
  where e.unit_path >= $1 and e.unit_path < $2 and e.by_id is not null
    and e.at > now() - interval '60 days'
    and e.event in ('survey', 'cannotFind', 'confirm', 'rejectCandidate', 'registryError', 'giveUp',
      'submit', 'return')
  group by 1`;

/** Provinces by sums alone: how long each commune takes is seen one level below. */
export const PROVINCES = `
  select p.id as "unitId", p.name, sum(x.tasks)::int as tasks, sum(x.minutes)::int as minutes,
    sum(x.overdue)::int as overdue, sum(x.unassigned)::int as unassigned
  from (select split_part(t.unit_path, '.', 2) as province, count(*) as tasks, sum(t.effort) as minutes,
      count(*) filter (where t.due_on < $1) as overdue,
      count(*) filter (where t.assignee_id is null) as unassigned
    from task t where t.state <> 'closed' and t.state in ('surveying', 'verifying', 'correcting', 'waiting')
    group by 1) x
  join unit p on p.id = x.province group by 1, 2
  order by sum(x.overdue) desc, sum(x.minutes) desc`;

export interface ProvinceLoad {
  unitId: string;
  name: string;
  tasks: number;
  minutes: number;
  overdue: number;
  unassigned: number;
}

interface Place {
  id: string;
  name: string;
  level: string;
  path: string;
  parent_id: string | null;
}

const PLACE = "select id, name, level, path, parent_id from unit where id = $1";
const NAMES = "select id, name from unit where id = any($1)";

export type NamedUnit = UnitWork & { name: string };

export type LoadsPage = {
  unit: { id: string; name: string; level: string; parentId: string | null };
} & (
  | { kind: "provinces"; provinces: ProvinceLoad[] }
  | { kind: "units"; units: NamedUnit[] }
  | { kind: "officers"; officers: OfficerWork[]; work: UnitWork | null }
);

/** Within the actor's own area; anywhere else is not found. */
async function placeOf(sql: Sql, of: { id: string; own: string }): Promise<Place> {
  const place = found((await sql<Place>(PLACE, [of.id]))[0]);
  return place.path.startsWith(of.own) ? place : found<Place>(null);
}

async function readWork(sql: Sql, { path, level, id }: Place) {
  const today = dayOf(new Date());
  const { from, to } = scopeRange(path);
  const cells = await sql<WorkCell>(CELLS, [from, to, today]);
  const done = await sql<Done>(DONE, [from, to]);
  const unitIds = level === "commune" ? [id] : null;
  const { workers, campaigns } = await readWorkers(sql, { unitIds, from: today });
  const circumstances = {
    today,
    campaigns,
    calendar: await readCalendar(sql),
    minutesOf: await readMinutes(sql),
    stuckDays: await readSetting(sql, "stuckDays"),
    done,
  };
  const here = workers.filter((worker) => worker.unitPath.startsWith(path));
  return { cells, workers: here, circumstances };
}

async function unitsOf(sql: Sql, place: Place): Promise<NamedUnit[]> {
  const { cells, workers, circumstances } = await readWork(sql, place);
  const units = unitsWork(cells, workers, circumstances);
  const rows = await sql<{ id: string; name: string }>(NAMES, [units.map((one) => one.unitId)]);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return units.map((one) => ({ ...one, name: names.get(one.unitId) ?? "" }));
}

/** Open work, capacity and who is stuck: provinces, communes of one, or officers of a commune. */
export const getLoads = query<string | undefined, LoadsPage>(
  "task:assign",
  async ({ sql, actor }, wanted) => {
    const place = await placeOf(sql, { id: wanted ?? actor.unitId, own: actor.unitPath });
    const { id, name, level, parent_id: parentId } = place;
    const unit = { id, name, level, parentId };
    if (level === "nation") {
      const provinces = await sql<ProvinceLoad>(PROVINCES, [dayOf(new Date())]);
      return { unit, kind: "provinces", provinces };
    }
    if (level !== "commune") return { unit, kind: "units", units: await unitsOf(sql, place) };
    const { cells, workers, circumstances } = await readWork(sql, place);
    const [work = null] = unitsWork(cells, workers, circumstances);
    return { unit, kind: "officers", officers: officerWork(cells, workers, circumstances), work };
  },
);
