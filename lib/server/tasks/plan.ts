import "server-only";
import { z } from "zod";
import { FORCES } from "@/lib/domain/access/roles";
import { MOST_MINUTES } from "@/lib/domain/tasks/plan";
import { scopeRange } from "@/lib/domain/units/unit";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

/** yyyy-MM-dd, as a date field sends it; a day that exists. */
export const DayInput = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "dayNeeded")
  .refine((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false, "dayNeeded");

/** An officer who has a list of their own. */
export interface Planned {
  officerId: string;
  fullName: string;
  role: string;
  unitId: string;
  unitPath: string;
  hamletId: string | null;
}

const PLANNED = `
  select o.id as "officerId", o.full_name as "fullName", o.role, o.unit_id as "unitId",
    o.unit_path as "unitPath", o.hamlet_id as "hamletId"
  from officer o where o.id = $1 and o.role = any($2)`;

/** Somebody of the actor's area who settles tasks; whoever does not has no plan to be found. */
export async function getPlanned(sql: Sql, officerId: string): Promise<Planned> {
  return found((await sql<Planned>(PLANNED, [officerId, FORCES]))[0]);
}

const SET_MINUTES = `
  insert into officer_plan (officer_id, unit_path, minutes, updated_by_id) values ($1, $2, $3, $4)
  on conflict (officer_id) do update set minutes = $3, updated_by_id = $4, updated_at = now()`;

/** An empty field means the standard of the installation. */
const Minutes = z.preprocess(
  (value) => (value === "" ? null : value),
  z.coerce
    .number("minutesRange")
    .int("minutesRange")
    .min(0, "minutesRange")
    .max(MOST_MINUTES, "minutesRange")
    .nullable(),
);

/** How many minutes of a working day an officer has for this work: by them, or by their coordinator. */
export const setCapacity = command({
  name: "task.setCapacity",
  permission: "plan:edit",
  input: z.object({ officerId: z.uuid().optional(), minutes: Minutes }),
  async run({ sql, actor }, { officerId = actor.officerId, minutes }) {
    if (officerId !== actor.officerId && actor.role !== "coordinator") {
      throw new AppError("FORBIDDEN");
    }
    const officer = await getPlanned(sql, officerId);
    await sql(SET_MINUTES, [officerId, officer.unitPath, minutes, actor.officerId]);
    const detail = { minutes };
    return { data: null, audit: { entity: "officer", entityId: officerId, detail } };
  },
});

const CampaignInput = z
  .object({
    unitId: z.string().min(1, "unitMissing").max(20),
    name: z.string().trim().min(3, "campaignName").max(120),
    from: DayInput,
    to: DayInput,
    share: z.coerce
      .number("percentRange")
      .int("percentRange")
      .min(0, "percentRange")
      .max(100, "percentRange"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "daysTurned" });

const UNIT = `
  select id, path from unit where id = $1 and valid_to is null and path >= $2 and path < $3`;
const INSERT_CAMPAIGN = `
  insert into campaign (id, unit_id, unit_path, name, from_day, to_day, share, by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Days on which a unit, and everything below it, has less time for this work. */
export const addCampaign = command({
  name: "task.addCampaign",
  permission: "campaign:edit",
  input: CampaignInput,
  async run({ sql, actor }, { unitId, name, from, to, share }) {
    const area = scopeRange(actor.unitPath);
    const rows = await sql<{ id: string; path: string }>(UNIT, [unitId, area.from, area.to]);
    const unit = found(rows[0]);
    const id = newId();
    const values = [id, unit.id, unit.path, name, from, to, share];
    await sql(INSERT_CAMPAIGN, [...values, actor.officerId]);
    const detail = { from, to, share };
    return { data: { id }, audit: { entity: "unit", entityId: unit.id, detail } };
  },
});

const CANCEL_CAMPAIGN = `
  update campaign set cancelled_at = now(), cancelled_by_id = $2
  where id = $1 and cancelled_at is null returning unit_id`;

/** The campaign does not take place, or is over early. */
export const cancelCampaign = command({
  name: "task.cancelCampaign",
  permission: "campaign:edit",
  input: z.object({ campaignId: z.uuid() }),
  async run({ sql, actor }, { campaignId }) {
    const rows = await sql<{ unit_id: string }>(CANCEL_CAMPAIGN, [campaignId, actor.officerId]);
    const { unit_id: entityId } = found(rows[0]);
    return { data: null, audit: { entity: "unit", entityId } };
  },
});
