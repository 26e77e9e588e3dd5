import "server-only";
import { z } from "zod";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

/** The days that differ from the week, for whatever counts working days. */
export async function readCalendar(sql: Sql): Promise<WorkCalendar> {
  const rows = await sql<{ day: string; working: boolean }>(
    "select day, working from work_calendar",
  );
  const days = (working: boolean) =>
    new Set(rows.filter((row) => row.working === working).map((row) => row.day));
  return { off: days(false), working: days(true) };
}

export interface CalendarDay {
  /** yyyy-MM-dd */
  day: string;
  working: boolean;
  name: string;
  source: string;
  /** the government has not announced it */
  estimated: boolean;
  version: number;
}

/** The days of a year that differ from the week, and the years that have any. */
export const listCalendar = query<number, { days: CalendarDay[]; years: number[] }>(
  "unit:read",
  async ({ sql }, year) => ({
    days: await sql<CalendarDay>(
      `select day, working, name, source, estimated, version from work_calendar
       where extract(year from day) = $1 order by day`,
      [year],
    ),
    years: (
      await sql<{ year: number }>(
        "select distinct extract(year from day)::int as year from work_calendar order by 1",
      )
    ).map((row) => row.year),
  }),
);

/** The calendar is the nation's: an administrator of one province would change it for all. */
function requireCentre(actor: { unitLevel: string }): void {
  if (actor.unitLevel !== "nation") throw new AppError("FORBIDDEN");
}

const Day = z.iso.date("dayMissing");

const SAVE = `
  insert into work_calendar as c (day, working, name, source, estimated, updated_by_id)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (day) do update set working = excluded.working, name = excluded.name, source = excluded.source,
    estimated = excluded.estimated, updated_by_id = excluded.updated_by_id, updated_at = now(),
    version = c.version + 1
  where c.version = $7
  returning version`;

/** Says of one day that it is off, or worked although it is no weekday. Due dates given before stay. */
export const setCalendarDay = command({
  name: "calendar.set",
  permission: "calendar:manage",
  input: z.object({
    day: Day,
    working: z.boolean(),
    name: z.string().trim().min(2, "holidayName").max(100, "holidayName"),
    source: z.string().trim().min(2, "holidaySource").max(200, "holidaySource"),
    estimated: z.boolean().default(false),
    /** of the day as it was seen; 0 for a new one */
    version: z.coerce.number().int().min(0).default(0),
  }),
  async run({ sql, actor }, { day, working, name, source, estimated, version }) {
    requireCentre(actor);
    const values = [day, working, name, source, estimated, actor.officerId, version];
    const saved = await sql(SAVE, values);
    if (saved.length === 0) throw new AppError("CONFLICT", "calendarChanged");
    return { data: { day }, audit: { entity: "calendar", entityId: day, detail: { working } } };
  },
});

/** The day is again what its weekday says. */
export const removeCalendarDay = command({
  name: "calendar.remove",
  permission: "calendar:manage",
  input: z.object({ day: Day, version: z.coerce.number().int().min(1) }),
  async run({ sql, actor }, { day, version }) {
    requireCentre(actor);
    const removed = await sql(
      "delete from work_calendar where day = $1 and version = $2 returning day",
      [day, version],
    );
    if (removed.length === 0) throw new AppError("CONFLICT", "calendarChanged");
    return { data: { day }, audit: { entity: "calendar", entityId: day } };
  },
});
