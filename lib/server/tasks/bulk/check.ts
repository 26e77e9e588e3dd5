import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { BULK_RULE_NAMES } from "@/lib/domain/tasks/bulk-rules";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { modelOfRun } from "@/lib/server/matching/run-model";
import { readSetting } from "@/lib/server/units/settings";
import { drawSample, sizeOf } from "./members";
import { blockedBy, requireKey, ruleOf } from "./sample";

const Check = z.object({
  key: z.string().max(200),
  rule: z.enum(BULK_RULE_NAMES),
  seed: z.string().regex(/^[\w-]{1,40}$/),
  /** what the officer said of each of the ten, by task */
  verdicts: z.record(z.uuid(), z.enum(["right", "wrong"])),
});
type Check = z.output<typeof Check>;

const INSERT = `
  insert into bulk_run (id, unit_path, cluster_key, rule, main_class, seed, model_version, state, created_by_id, by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`;

const SAMPLE = `
  insert into bulk_sample (bulk_id, task_id, unit_path, "right")
  select $1, x.task_id, $2, x.ok from unnest($3::uuid[], $4::boolean[]) as x(task_id, ok)`;

/** The same ten as on the screen, each with a word. */
async function requireJudged({ sql }: CommandContext, input: Check): Promise<string[]> {
  const drawn = await drawSample(sql, requireKey(input.key), input.seed);
  const judged = Object.keys(input.verdicts);
  if (judged.some((id) => !drawn.includes(id))) throw new AppError("RULE", "sampleMoved");
  if (drawn.some((id) => !(id in input.verdicts))) throw new AppError("RULE", "sampleUnjudged");
  return drawn;
}

async function requireOpen(
  { sql, actor }: CommandContext,
  { key: text, rule }: Check,
): Promise<{ modelVersion: string; mainClass: string }> {
  if (portalGateway()) throw new AppError("RULE", "bulkNeedsSnapshot");
  const key = requireKey(text);
  if (forceOf(actor) !== key.force) throw new AppError("RULE", "wrongForce");
  ruleOf(key, rule);
  const { version: modelVersion } = await modelOfRun(sql);
  if (await blockedBy(sql, { key: text, rule, modelVersion })) {
    throw new AppError("RULE", "clusterBlocked");
  }
  const { count, mainClass } = await sizeOf(sql, key);
  const least = await readSetting(sql, "clusterLeast");
  if (count < least) throw new AppError("RULE", "clusterSmall", { least });
  return { modelVersion, mainClass };
}

/**
 * Stores what an officer said of the ten: all right, and the rule may be applied to all; one wrong,
 * and it may not, for nobody and with no other ten, while the model that found the cluster is in use.
 */
export const checkSample = command({
  name: "bulk.check",
  permission: "bulk:run",
  input: Check,
  async run(ctx, input) {
    const { sql, actor } = ctx;
    const { modelVersion, mainClass } = await requireOpen(ctx, input);
    const drawn = await requireJudged(ctx, input);
    const right = drawn.map((id) => input.verdicts[id] === "right");
    const state = right.every(Boolean) ? "ready" : "blocked";
    const id = newId();
    const { unitPath, officerId } = actor;
    await sql(INSERT, [
      id,
      unitPath,
      input.key,
      input.rule,
      mainClass,
      input.seed,
      modelVersion,
      state,
      officerId,
    ]);
    await sql(SAMPLE, [id, unitPath, drawn, right]);
    return {
      data: { bulkId: id, state },
      audit: {
        entity: "bulk",
        entityId: id,
        detail: { rule: input.rule, sample: drawn.length, state },
      },
    };
  },
});
