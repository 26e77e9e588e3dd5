import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { forceOf } from "@/lib/domain/access/actor";
import { type BulkRule, bulkRulesFor } from "@/lib/domain/tasks/bulk-rules";
import { type ClusterKey, readClusterKey } from "@/lib/domain/tasks/cluster";
import { type FieldRow, fieldRows } from "@/lib/domain/tasks/side-by-side";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newToken } from "@/lib/server/core/id";
import { type QueryContext, query } from "@/lib/server/core/query";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { modelOfRun } from "@/lib/server/matching/run-model";
import { TASK_COLUMNS } from "../sql";
import type { TaskRow } from "../task-row";
import { type JudgedRow, judgeRows } from "./judge";
import { type ClusterSize, drawSample, sizeOf } from "./members";

/** A cluster's name as it came with an address or a form; what isn't one is not there. */
export function requireKey(text: string): ClusterKey {
  const key = readClusterKey(text);
  if (!key) throw new AppError("NOT_FOUND");
  return key;
}

/** The rule that was asked for, or the first that the cluster's force has. */
export function ruleOf(key: ClusterKey, wanted: string | null): BulkRule {
  const rules = bulkRulesFor(key.force, key);
  const [first] = rules;
  const rule = wanted ? rules.find((one) => one === wanted) : first;
  if (!rule) throw new AppError("NOT_FOUND");
  return rule;
}

const BLOCKED = `
  select id from bulk_run
  where state = 'blocked' and cluster_key = $1 and rule = $2 and model_version = $3 limit 1`;

/** The sample of this cluster that had a wrong one, while the model that found it is in use. */
export async function blockedBy(
  sql: Sql,
  of: { key: string; rule: BulkRule; modelVersion: string },
): Promise<string | null> {
  const [row] = await sql<{ id: string }>(BLOCKED, [of.key, of.rule, of.modelVersion]);
  return row?.id ?? null;
}

/** One of the ten: what the rule would do to it. */
export interface SampleRow {
  taskId: string;
  code: string;
  fullName: string | null;
  unitName: string;
  hamlet: string | null;
  rows: FieldRow[];
  /** a code below `clusters.refused`; null where the rule would be applied */
  refusal: string | null;
}

interface NameRow {
  id: string;
  code: string;
  fullName: string | null;
  unitName: string;
  hamlet: string | null;
}

const NAMES = `
  select t.id, r.code, r.full_name as "fullName", u.name as "unitName", h.name as hamlet
  from task t join record r on r.id = t.record_id join unit u on u.id = t.unit_id
  left join hamlet h on h.id = t.hamlet_id where t.id = any($1)`;

const DELIVERED = `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  select $1, x, 'delivered', array['fullName','birthDate','sex','idNumber'], 'bulk' from unnest($2::uuid[]) x`;

function sampleRow(judged: JudgedRow, name: NameRow, actor: Actor): SampleRow {
  const { pair, decision, refusal } = judged;
  const { id: taskId, ...rest } = name;
  const comparisons = decision?.candidates[0]?.fields ?? [];
  const sources = {
    record: pair?.current ?? {},
    other: pair?.registry ?? null,
    comparisons,
    confirmed: false,
  };
  return { taskId, ...rest, rows: fieldRows(sources, forceOf(actor)), refusal };
}

const TASKS = `select ${TASK_COLUMNS} from task t where t.id = any($1)`;

interface Sampling {
  key: ClusterKey;
  rule: BulkRule;
  seed: string;
}

/** Ten tasks side by side; that the registry's values were delivered is logged. */
async function readSample({ sql, actor }: QueryContext, of: Sampling): Promise<SampleRow[]> {
  const { field, level } = of.key;
  const ids = await drawSample(sql, of.key, of.seed);
  const tasks = new Map((await sql<TaskRow>(TASKS, [ids])).map((task) => [task.id, task]));
  const drawn = ids.flatMap((id) => tasks.get(id) ?? []);
  const model = await modelOfRun(sql);
  const applied = { rule: of.rule, field, level };
  const judged = await judgeRows(sql, drawn, { applied, actor, model });
  const names = new Map((await sql<NameRow>(NAMES, [ids])).map((row) => [row.id, row]));
  await sql(DELIVERED, [actor.officerId, drawn.map((task) => task.record_id)]);
  return judged.flatMap((one) => {
    const name = names.get(one.task.id);
    return name ? [sampleRow(one, name, actor)] : [];
  });
}

export interface ClusterDetail extends ClusterSize {
  key: ClusterKey;
  rule: BulkRule;
  rules: BulkRule[];
  seed: string;
  sample: SampleRow[];
  /** only officers of the force itself apply; others look on */
  mayApply: boolean;
  /** the bulk whose sample had a wrong one */
  blockedBy: string | null;
}

const SEED_LENGTH = 12;

/** A cluster with a sample of ten, drawn with `seed` where the address has one. */
export const getCluster = query<
  { key: string; rule: string | null; seed: string | null },
  ClusterDetail
>("bulk:read", async (ctx, input) => {
  const { sql, actor } = ctx;
  if (portalGateway()) throw new AppError("NOT_FOUND");
  const key = requireKey(input.key);
  const force = forceOf(actor);
  if (force !== null && force !== key.force) throw new AppError("NOT_FOUND");
  const rule = ruleOf(key, input.rule);
  const seed = input.seed ?? newToken().slice(0, SEED_LENGTH);
  const size = await sizeOf(sql, key);
  const { version: modelVersion } = await modelOfRun(sql);
  return {
    ...size,
    key,
    rule,
    rules: bulkRulesFor(key.force, key),
    seed,
    sample: await readSample(ctx, { key, rule, seed }),
    mayApply: force === key.force,
    blockedBy: await blockedBy(sql, { key: input.key, rule, modelVersion }),
  };
});

/** How many tasks a cluster has now. */
export const countCluster = query<string, number>("bulk:read", async ({ sql }, key) => {
  const { count } = await sizeOf(sql, requireKey(key));
  return count;
});
