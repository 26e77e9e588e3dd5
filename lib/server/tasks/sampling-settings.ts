import "server-only";
import { z } from "zod";
import { SETTINGS } from "@/lib/domain/units/settings";
import { command } from "@/lib/server/core/command";
import { query } from "@/lib/server/core/query";
import { requireCentre } from "@/lib/server/matching/centre";
import { readSettingRow, writeSetting } from "@/lib/server/units/settings";

const APPROVERS = `
  select count(*)::int as n from officer
  where approver and disabled_at is null and role in ('health', 'police', 'coordinator')`;

/** The shares as they hold, their version to change them by, and how many officers may approve. */
export const getSampling = query("setting:write", async ({ sql, actor }) => {
  requireCentre(actor);
  const [row] = await sql<{ n: number }>(APPROVERS);
  return { ...(await readSettingRow(sql, "approvalSampling")), approvers: row?.n ?? 0 };
});

const Sampling = SETTINGS.approvalSampling.schema;

/** Which share of the corrections is looked at, for the whole installation. */
export const setSampling = command({
  name: "task.setSampling",
  permission: "setting:write",
  input: Sampling.extend({ version: z.coerce.number().int().min(0) }).refine(
    (rules) => rules.lowBelow < rules.middleBelow,
    { path: ["middleBelow"], message: "bandOrder" },
  ),
  async run(ctx, { version, ...value }) {
    requireCentre(ctx.actor);
    await writeSetting(ctx, { name: "approvalSampling", value, version });
    return {
      data: null,
      audit: { entity: "setting", entityId: "approvalSampling", detail: value },
    };
  },
});
