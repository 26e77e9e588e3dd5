// Claim + complete pairs a second: npm run bench:claim [-- --json <file> --seconds 20 --steady 300
// --tasks 200000 --graphile <folder of graphile-worker> --skip http]. Ours with events, audit and
// counters, beside graphile-worker's unbatched claim and a raw claim and update, in one run.
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDatabase } from "@/lib/server/core/db";
import { makeSession } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { countWork, makeWork, type Work } from "./claiming/commune-work";
import { findGraphile, graphileRate } from "./claiming/graphile";
import { httpAtWork } from "./claiming/http-clients";
import { makeJobs, rawAtWork } from "./claiming/raw-clients";
import { startPortal } from "./claiming/server";
import { officerAtWork, type Way } from "./claiming/sql-clients";
import { startDatabase } from "./own-database";
import { quantile, type Result, report, round, say } from "./result";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    seconds: { type: "string", default: "20" },
    steady: { type: "string", default: "300" },
    tasks: { type: "string", default: "300000" },
    graphile: { type: "string" },
    skip: { type: "string", default: "" },
  },
});
const seconds = Number(values.seconds);
const skipped = values.skip.split(",");
/** More connections than cores only queue; two hundred clients share these, as they do in the portal. */
const CONNECTIONS = 12;
/** Pairs a second over SQL and over HTTP; milliseconds; share of the first minute. */
const LIMITS = { sql: 500, http: 100, p95: 80, steady: 0.9 };

process.env.DATABASE_POOL = String(CONNECTIONS);
const database = await startDatabase({ durable: true });
const owner = ownerClient();
await owner.connect();
const results: Result[] = [];
const add = (...more: Result[]) => {
  results.push(...more);
  for (const one of more) say(`${one.case}, ${one.metric}: ${one.ours}`);
};

interface Measured {
  perSecond: number;
  firstMinute: number;
  lastMinute: number;
}

/** Officers at work with the portal's own statements; checks that no task was settled twice. */
async function ours(work: Work, of: { seconds: number; way: Way }): Promise<Measured> {
  const before = await countWork(owner, work);
  const begun = performance.now();
  const at: number[] = [];
  const seen = new Set<string>();
  const done = (taskId: string) => {
    if (seen.has(taskId)) throw new Error("a task was settled twice");
    seen.add(taskId);
    at.push(performance.now() - begun);
  };
  const until = begun + of.seconds * 1000;
  await Promise.all(work.officers.map((by) => officerAtWork(by, { way: of.way, until, done })));
  const after = await countWork(owner, work);
  for (const name of ["settled", "tasks", "events", "audited"] as const) {
    const counted = after[name] - before[name];
    if (counted !== seen.size) throw new Error(`${name}: ${counted} of ${seen.size}`);
  }
  const span = Math.min(60, of.seconds / 2) * 1000;
  const last = of.seconds * 1000 - span;
  return {
    perSecond: seen.size / of.seconds,
    firstMinute: at.filter((time) => time < span).length / (span / 1000),
    lastMinute:
      at.filter((time) => time >= last && time < of.seconds * 1000).length / (span / 1000),
  };
}

async function raw(clients: number): Promise<number> {
  await makeJobs(owner, seconds * 6000);
  const pool = new pg.Pool({ connectionString: database.appUrl, max: CONNECTIONS });
  const done = await rawAtWork(pool, { clients, until: performance.now() + seconds * 1000 });
  await pool.end();
  return done / seconds;
}

async function peer(clients: number): Promise<number | null> {
  const worker = findGraphile(values.graphile);
  if (!worker) return null;
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: CONNECTIONS });
  const rate = await graphileRate(worker, { owner, pool, clients, seconds });
  await pool.end();
  return round(rate);
}

async function overSql(): Promise<void> {
  for (const clients of [8, 200]) {
    const work = await makeWork(owner, { officers: clients, tasks: Number(values.tasks) / 3 });
    const common = { metric: "pairs a second", unit: "1/s" };
    const [limit, theirs] = [round(await raw(clients)), await peer(clients)];
    for (const way of ["together", "apart"] as const) {
      const measured = await ours(work, { seconds, way });
      const name = `SQL, ${clients} clients, ${way}`;
      add({ ...common, case: name, ours: round(measured.perSecond), peer: theirs, limit });
    }
  }
  add({
    case: "SQL",
    metric: "pairs a second, wanted",
    ours: null,
    peer: null,
    limit: LIMITS.sql,
    unit: "1/s",
  });
}

async function steady(): Promise<void> {
  const work = await makeWork(owner, { officers: 8, tasks: Number(values.tasks) });
  const measured = await ours(work, { seconds: Number(values.steady), way: "together" });
  const share = measured.lastMinute / measured.firstMinute;
  const name = `SQL, 8 clients, ${values.steady} s`;
  const common = { case: name, peer: null };
  add(
    {
      ...common,
      metric: "first minute",
      ours: round(measured.firstMinute),
      limit: null,
      unit: "1/s",
    },
    {
      ...common,
      metric: "last minute",
      ours: round(measured.lastMinute),
      limit: null,
      unit: "1/s",
    },
    { ...common, metric: "last of first", ours: round(share), limit: LIMITS.steady, unit: "" },
  );
}

async function overHttp(): Promise<void> {
  const portal = await startPortal(database.ownerUrl);
  for (const clients of [8, 200]) {
    const work = await makeWork(owner, { officers: clients, tasks: Number(values.tasks) / 6 });
    const tokens = [];
    for (const { officerId } of work.officers) {
      tokens.push({ origin: portal.origin, token: await makeSession(owner, officerId) });
    }
    const order = { event: "confirm", body: { choices: {} } };
    await httpAtWork(tokens, { ...order, until: performance.now() + 3000 });
    const begun = performance.now();
    const { times, tasks } = await httpAtWork(tokens, { ...order, until: begun + seconds * 1000 });
    if (new Set(tasks).size !== tasks.length) throw new Error("a task was settled twice");
    const common = { case: `HTTP, ${clients} clients`, peer: null };
    const rate = round(tasks.length / ((performance.now() - begun) / 1000));
    add(
      { ...common, metric: "pairs a second", ours: rate, limit: LIMITS.http, unit: "1/s" },
      { ...common, metric: "median", ours: round(quantile(times, 0.5)), limit: null, unit: "ms" },
      {
        ...common,
        metric: "p95",
        ours: round(quantile(times, 0.95)),
        limit: LIMITS.p95,
        unit: "ms",
      },
    );
  }
  await portal.stop();
}

if (!skipped.includes("sql")) await overSql();
if (!skipped.includes("steady")) await steady();
if (!skipped.includes("http")) await overHttp();
await closeDatabase();
await owner.end();
await database.stop();
report("claim", results, values.json);
process.exit(0);
