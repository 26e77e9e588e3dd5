// "Fix once, apply to all": npm run bench:bulk [-- --json <file> --tasks 10000 --singles 300].
// Rows a second of applying a rule and of taking it back, beside single commands one by one (peer) and
// one SQL statement that writes as many rows (limit). Every row has to be accounted for.
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/server/core/db";
import { bulkJob } from "@/lib/server/jobs/bulk";
import { listClusters } from "@/lib/server/tasks/bulk/clusters";
import { undoBulk } from "@/lib/server/tasks/bulk/commands";
import { getBulk } from "@/lib/server/tasks/bulk/queries";
import { submitTask } from "@/lib/server/tasks/correct";
import { undoTask } from "@/lib/server/tasks/undo";
import { startedBulk } from "@/prisma/factories/bulks";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { startDatabase } from "./own-database";
import { type Result, report, round, say, secondsOf } from "./result";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    tasks: { type: "string", default: "10000" },
    singles: { type: "string", default: "300" },
  },
});

type Owner = ReturnType<typeof ownerClient>;

async function made(owner: Owner, count: number): Promise<{ station: Station; tasks: MadeTask[] }> {
  const station = await makeStation(owner);
  const tasks = await makeTasks(owner, station, Array(count).fill(SLIP));
  await owner.query("analyze record; analyze task; analyze match_candidate; analyze person");
  return { station, tasks };
}

/** The same work by the same officer, one command after the other. */
async function oneByOne(owner: Owner, count: number): Promise<{ send: number; undo: number }> {
  const { station, tasks } = await made(owner, count);
  const choices = { fullName: { choice: "registry" } };
  const send = await secondsOf(async () => {
    for (const { id: taskId, version, personId } of tasks) {
      const sent = await submitTask.as(station.health, { taskId, version, personId, choices });
      if (!sent.ok || sent.data.state !== "publishing") throw new Error("not sent");
    }
  });
  const versions: number[] = [];
  for (const task of tasks) versions.push((await taskNow(owner, task.id)).version);
  const undo = await secondsOf(async () => {
    for (const [at, { id: taskId }] of tasks.entries()) {
      const undone = await undoTask.as(station.health, {
        taskId,
        version: versions[at],
      });
      if (!undone.ok) throw new Error("not undone");
    }
  });
  return { send: count / send, undo: count / undo };
}

const BARE = `
  with t as (update task set version = version + 1 where id = any($1) returning record_id)
  update record r set full_name = r.full_name || '', version = r.version + 1 from t where r.id = t.record_id`;

/** The least that could be done: one statement that writes the same tasks and records. */
async function bareRate(owner: Owner, tasks: MadeTask[]): Promise<number> {
  const ids = tasks.map((task) => task.id);
  const seconds = await secondsOf(async () => {
    await owner.query("begin");
    await owner.query(BARE, [ids]);
    await owner.query("rollback");
  });
  return tasks.length / seconds;
}

const GROUPS =
  "select main_field, main_class, count(*) from task where state = 'correcting' group by 1, 2";
const TIMES = 5;
/** Milliseconds in which the page has its clusters. */
const CLUSTER_LIMIT = 500;

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) times.push(1000 * (await secondsOf(work)));
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

async function finding(owner: Owner, { coordinator }: Station, count: number): Promise<Result> {
  const ours = round(await medianOf(() => listClusters.as(coordinator, undefined)));
  const peer = round(await medianOf(() => owner.query(GROUPS)));
  const name = `clusters of ${count} tasks`;
  return { case: name, metric: "median", ours, peer, limit: CLUSTER_LIMIT, unit: "ms" };
}

const STATES = `
  select count(*)::int as n from task t join record r on r.id = t.record_id
  where t.id = any($1) and t.state = $2 and r.full_name = $3`;

async function standing(
  owner: Owner,
  tasks: MadeTask[],
  wanted: [string, string],
): Promise<number> {
  const { rows } = await owner.query(STATES, [tasks.map((task) => task.id), ...wanted]);
  return rows[0].n;
}

async function measure(owner: Owner): Promise<Result[]> {
  const count = Number(values.tasks);
  const single = await oneByOne(owner, Number(values.singles));
  say(`one by one: ${round(single.send)} sent, ${round(single.undo)} undone a second`);
  const { station, tasks } = await made(owner, count);
  const { health } = station;
  const limit = round(await bareRate(owner, tasks));
  const results = [await finding(owner, station, count)];

  const bulkId = await startedBulk(health);
  const job = { bulkId, officerId: health.officerId };
  const apply = await secondsOf(() => bulkJob(job));
  say(`applied in ${round(apply)} s`);
  const { outcomes, done } = await getBulk.as(health, bulkId);
  say(JSON.stringify(outcomes));
  const corrected = await standing(owner, tasks, ["publishing", "Nguyễn Thị Hòa"]);

  const asked = await undoBulk.as(health, { bulkId });
  if (!asked.ok) throw new Error("no undo");
  const undo = await secondsOf(() => bulkJob(job));
  say(`taken back in ${round(undo)} s`);
  const { undone, undoDone } = await getBulk.as(health, bulkId);
  say(JSON.stringify(undone));
  const back = await standing(owner, tasks, ["correcting", "Nguyễn Thị Hoàn"]);

  const rate = { metric: "rows a second", limit, unit: "1/s" };
  const rows = { peer: count, limit: count, unit: "rows" };
  results.push(
    { case: "apply", ...rate, ours: round(count / apply), peer: round(single.send) },
    { case: "undo", ...rate, ours: round(count / undo), peer: round(single.undo) },
    { case: "apply", metric: "accounted for", ours: done, ...rows },
    { case: "apply", metric: "corrected", ours: corrected, ...rows },
    { case: "undo", metric: "accounted for", ours: undoDone, ...rows },
    { case: "undo", metric: "as before", ours: back, ...rows },
  );
  return results;
}

const database = await startDatabase({ durable: true });
const owner = ownerClient();
await owner.connect();
const results = await measure(owner);
await owner.end();
await closeDatabase();
await database.stop();

report("bulk", results, values.json);
process.exit(0);
