import "server-only";
import { z } from "zod";
import { effortTable } from "@/lib/domain/tasks/measured-effort";
import { SETTINGS } from "@/lib/domain/units/settings";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { readSetting } from "@/lib/server/units/settings";
import { readMeasured } from "./minutes";

const WRITE = `
  insert into setting (name, value, updated_by_id) values ($1, $2::jsonb, $3)
  on conflict (name) do update set value = $2::jsonb, updated_by_id = $3, updated_at = now(),
    version = setting.version + 1`;

const { effortSource, capacityMinutes, stuckDays } = SETTINGS;

/** How loads are counted, for the whole installation: the centre says so. */
export const setWorkSettings = command({
  name: "task.setWorkSettings",
  permission: "task:assign",
  input: z.object({
    effortSource: effortSource.schema,
    capacityMinutes: z.coerce.number("minutesRange").pipe(capacityMinutes.schema),
    stuckDays: z.coerce.number("daysRange").pipe(stuckDays.schema),
  }),
  async run({ sql, actor }, input) {
    if (actor.role !== "coordinator" || actor.unitLevel !== "nation") {
      throw new AppError("FORBIDDEN");
    }
    for (const [name, value] of Object.entries(input)) {
      await sql(WRITE, [name, JSON.stringify(value), actor.officerId]);
    }
    return { data: null, audit: { entity: "setting", detail: { ...input } } };
  },
});

/** Fixed minutes beside measured ones, and how loads are counted now. */
export const getEffort = query("task:assign", async ({ sql, actor }) => ({
  lines: effortTable(await readMeasured(sql)),
  source: await readSetting(sql, "effortSource"),
  capacityMinutes: await readSetting(sql, "capacityMinutes"),
  stuckDays: await readSetting(sql, "stuckDays"),
  may: actor.role === "coordinator" && actor.unitLevel === "nation",
}));
