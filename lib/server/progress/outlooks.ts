import "server-only";
import { type ForecastEnd, forecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { Sql } from "@/lib/server/core/db";
import { forecastSource, readAround, readHistory } from "./outlook";
import { forecastInput } from "./remembered";
import type { UnitLine } from "./unit";

/** When a unit will be done, as it was forecast last night. */
export interface NightOutlook {
  at: Date;
  kind: ForecastEnd["kind"];
  from: string | null;
  likely: string | null;
  to: string | null;
}

const BELOW = `
  select unit_path as path, at, kind, from_day as "from", likely_day as likely, to_day as "to"
  from progress_outlook where parent_path = $1`;

/** Last night's forecasts of the units directly below, by path. */
export async function readOutlooksBelow(
  sql: Sql,
  path: string,
): Promise<Map<string, NightOutlook>> {
  const rows = await sql<NightOutlook & { path: string }>(BELOW, [path]);
  return new Map(rows.map(({ path: of, ...outlook }) => [of, outlook]));
}

const SAVE = `
  insert into progress_outlook as o (unit_path, parent_path, kind, from_day, likely_day, to_day)
  values ($1, parent_path($1), $2, $3, $4, $5)
  on conflict (parent_path, unit_path) do update set at = now(), kind = excluded.kind,
    from_day = excluded.from_day, likely_day = excluded.likely_day, to_day = excluded.to_day`;

function daysOf(end: ForecastEnd): (string | null)[] {
  if (end.kind === "interval") return [end.from, end.likely, end.to];
  return end.kind === "plain" ? [end.from, null, end.to] : [null, null, null];
}

/** Futures that are drawn of one unit of thousands: enough for a day in a table. */
const PATHS = 150;

/** Forecasts units and keeps what was found, in the transaction of whoever may see them. */
export async function saveOutlooks(sql: Sql, units: readonly UnitLine[]): Promise<void> {
  const around = await readAround(sql);
  for (const unit of units) {
    const history = await readHistory(sql, unit, around.today);
    const end = forecastEnd({
      ...forecastInput(forecastSource(unit, history, around)),
      paths: PATHS,
    });
    await sql(SAVE, [unit.path, end.kind, ...daysOf(end)]);
  }
}

// The country, provinces and communes with any record; those forecast since $1 are done.
export const UNITS_TO_FORECAST = `
  select u.id, u.name, u.level, u.path from unit u
  where u.valid_to is null and u.path >= $2 and u.path < $3
    and exists (select 1 from progress_count c where c.grain = 'sum' and c.parent_path = parent_path(u.path)
      and c.unit_path = u.path and c.people > 0)
    and not exists (select 1 from progress_outlook o where o.parent_path = parent_path(u.path)
      and o.unit_path = u.path and o.at >= $1)
  order by length(u.path), u.path limit $4`;
