import "server-only";
import { z } from "zod";
import { LEAST_HOURS, OFFICE_HOURS, quietProblem } from "@/lib/domain/directives/quiet-hours";
import { SETTINGS } from "@/lib/domain/units/settings";
import { command } from "@/lib/server/core/command";
import { query } from "@/lib/server/core/query";
import { requireCentre } from "@/lib/server/matching/centre";
import { readSettingRow, writeSetting } from "@/lib/server/units/settings";

/** The quiet hours as they hold, and their version to change them by. */
export const getQuietHours = query("setting:write", async ({ sql, actor }) => {
  requireCentre(actor);
  return readSettingRow(sql, "quietHours");
});

const { from, to } = SETTINGS.quietHours.schema.shape;

/** As a form sends it: an empty text is no midnight. */
const written = z
  .string("hourRange")
  .regex(/^\d{1,2}$/, "hourRange")
  .transform(Number);

/** Hours in which nobody is reminded, for the whole installation. */
export const setQuietHours = command({
  name: "digest.setQuietHours",
  permission: "setting:write",
  input: z
    .object({
      from: written.pipe(from),
      to: written.pipe(to),
      version: z.coerce.number().int().min(0),
    })
    .superRefine((hours, check) => {
      const problem = quietProblem(hours);
      if (!problem) return;
      const params = { ...OFFICE_HOURS, least: LEAST_HOURS };
      check.addIssue({ code: "custom", path: ["to"], message: problem, params });
    }),
  async run(ctx, { version, ...value }) {
    requireCentre(ctx.actor);
    await writeSetting(ctx, { name: "quietHours", value, version });
    return { data: null, audit: { entity: "setting", entityId: "quietHours", detail: value } };
  },
});
