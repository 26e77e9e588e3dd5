import "server-only";
import { createHmac } from "node:crypto";
import { isSampled, type Keyed, type Standing, shareOf } from "@/lib/domain/tasks/sampling";
import type { Sql } from "@/lib/server/core/db";
import { readSetting } from "@/lib/server/units/settings";
import { INSERT_SAMPLES, PASSING, STANDINGS } from "./sample-sql";
import type { TaskRow } from "./task-row";

interface Passing {
  id: string;
  officerId: string;
  score: number | null;
  /** another officer has looked at it before */
  again: boolean;
  hasApprover: boolean;
}

const NEW: Standing = { passed: 0, checked: 0, wrong: 0 };

async function readStandings(sql: Sql, officerIds: string[]): Promise<Map<string, Standing>> {
  const rows = await sql<Standing & { officerId: string }>(STANDINGS, [[...new Set(officerIds)]]);
  return new Map(rows.map((row) => [row.officerId, row]));
}

async function readKey(sql: Sql): Promise<Keyed> {
  const [row] = await sql<{ seed: string }>("select approval_seed() as seed");
  if (!row?.seed) throw new Error("approval_seed is empty");
  return (text) => createHmac("sha256", row.seed).update(text).digest("hex");
}

/**
 * Which of the tasks that pass now another officer is to look at first. Asked of corrections that a
 * person made: what the engine repairs was approved with its model, and where nothing was corrected
 * nothing goes to the source. What was looked at once is looked at again after each change. Nothing is
 * drawn where nobody could approve it. What was drawn, and with which share, is written down.
 */
export async function drawSample(sql: Sql, tasks: readonly TaskRow[]): Promise<Set<string>> {
  const passing = await sql<Passing>(PASSING, [tasks.map((task) => task.id)]);
  const sampled = new Set(passing.filter((one) => one.again).map((one) => one.id));
  const drawing = passing.filter((one) => !one.again && one.hasApprover);
  if (drawing.length === 0) return sampled;
  const rules = await readSetting(sql, "approvalSampling");
  const standings = await readStandings(
    sql,
    drawing.map((one) => one.officerId),
  );
  const keyed = await readKey(sql);
  const of = new Map(drawing.map((one) => [one.id, one]));
  const rows = tasks.flatMap((task) => {
    const one = of.get(task.id);
    if (!one) return [];
    const { officerId, score } = one;
    const share = shareOf({ score, standing: standings.get(officerId) ?? NEW }, rules);
    const taken = isSampled(task, share, keyed);
    if (taken) sampled.add(task.id);
    const { version, record_id, unit_path } = task;
    return [
      {
        task_id: task.id,
        version,
        record_id,
        unit_path,
        officer_id: officerId,
        score,
        share,
        sampled: taken,
      },
    ];
  });
  await sql(INSERT_SAMPLES, [JSON.stringify(rows)]);
  return sampled;
}
