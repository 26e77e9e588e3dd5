// The portal's own matching at volume: npm run bench:match:portal [-- --json <file> --data <folder>
// --people 1000000 --records 200000]. Ours beside one bare SQL join of the same two tables.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/server/core/db";
import { matchJob } from "@/lib/server/jobs/match";
import { startRun } from "@/lib/server/matching/commands";
import { type MadeOfficer, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { type FilledBatch, fillBatch } from "@/prisma/factories/volume";
import { loadRegistry } from "@/prisma/registry/load";
import { compareSome } from "./match-portal-one";
import { startDatabase } from "./own-database";
import { type Result, report, round, say, secondsOf } from "./result";

/** A million people in 100 s; 10,000 records a second that agree; one record in 50 ms. */
const LIMITS = { load: 10_000, exact: 10_000, rest: 1_000, all: 2_000, one: 50 };
const RECORDS_OF_ONE = 200;

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    data: { type: "string" },
    people: { type: "string", default: "1000000" },
    records: { type: "string", default: "200000" },
  },
});

type Owner = ReturnType<typeof ownerClient>;

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

async function generate(folder: string): Promise<void> {
  const { people, records } = values;
  const order = ["--people", people, "--records", records, "--seed", "77", "--out", folder];
  const child = spawn(process.execPath, ["scripts/run.cjs", "generate", ...order], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if ((await ended(child)) !== 0) throw new Error("no data");
}

/** Records of people who are in the registry and whom nothing has happened to. */
function undamaged(folder: string): Set<string> {
  const lines = readFileSync(join(folder, "truth.csv"), "utf8").split(/\r?\n/).slice(1);
  const truths = lines.map((line) => line.split(","));
  return new Set(truths.flatMap(([id = "", person, damage]) => (person && !damage ? [id] : [])));
}

async function load(owner: Owner, folder: string): Promise<Result> {
  let people = 0;
  const seconds = await secondsOf(async () => {
    const file = join(folder, "registry.csv");
    ({ people } = await loadRegistry(owner, file, { readingDate: "2022-04-01" }));
  });
  say(`registry: ${people} in ${round(seconds)} s`);
  // The limit of any load: the same rows copied from table to table, with no index at all.
  const bare = await secondsOf(() => owner.query("create table bare as select * from person"));
  await owner.query("drop table bare");
  const metric = "people a second";
  const [ours, peer] = [round(people / seconds), round(people / bare)];
  return { case: "registry load", metric, ours, peer, limit: LIMITS.load, unit: "1/s" };
}

const JOIN = `
  select count(*) from record r join person p on p.id_number = r.id_number and p.match_key = r.match_key
  where r.batch_id = any($1)`;

interface Timed {
  records: number;
  ours: number;
  peer: number;
}

async function compareBatch(owner: Owner, coordinator: MadeOfficer, batch: FilledBatch) {
  const { batchId, records } = batch;
  const peer = await secondsOf(() => owner.query(JOIN, [[batchId]]));
  const started = await startRun.as(coordinator, { batchId });
  if (!started.ok) throw new Error(started.error.code);
  const { officerId } = coordinator;
  const ours = await secondsOf(() => matchJob({ runId: started.data.runId, officerId }));
  say(`${records} records in ${round(ours)} s`);
  await owner.query("analyze record; analyze task; analyze match_result; analyze match_candidate");
  return { records, ours, peer };
}

function resultOf(name: string, timed: Timed, limit: number): Result {
  const { records } = timed;
  const metric = "records a second";
  const [ours, peer] = [round(records / timed.ours), round(records / timed.peer)];
  return { case: name, metric, ours, peer, limit, unit: "1/s" };
}

async function one(owner: Owner, coordinator: MadeOfficer): Promise<Result[]> {
  const { ours, peer } = await compareSome(owner, coordinator, RECORDS_OF_ONE);
  const common = { case: "one corrected record", limit: LIMITS.one, unit: "ms" };
  return [
    { ...common, metric: "median", ours: round(ours.median), peer: round(peer.median) },
    { ...common, metric: "p95", ours: round(ours.p95), peer: round(peer.p95) },
  ];
}

async function measure(owner: Owner, folder: string): Promise<Result[]> {
  const results = [await load(owner, folder)];
  const nation = await makeNation(owner);
  const coordinator = await makeOfficer(owner, { role: "coordinator", unit: nation });
  const clean = undamaged(folder);
  const file = join(folder, "records.csv");
  const exact = await fillBatch(owner, coordinator, { file, wanted: (id) => clean.has(id) });
  const rest = await fillBatch(owner, coordinator, { file, wanted: (id) => !clean.has(id) });
  const first = await compareBatch(owner, coordinator, exact);
  const second = await compareBatch(owner, coordinator, rest);
  const all = {
    records: first.records + second.records,
    ours: first.ours + second.ours,
    peer: first.peer + second.peer,
  };
  results.push(resultOf("records that agree", first, LIMITS.exact));
  results.push(resultOf("damaged records", second, LIMITS.rest));
  results.push(resultOf("the whole list", all, LIMITS.all));
  results.push(...(await one(owner, coordinator)));
  return results;
}

const temporary = values.data ? null : mkdtempSync(join(tmpdir(), "portal-bench-data-"));
const folder = values.data ?? temporary ?? "";
if (temporary) await generate(temporary);
const database = await startDatabase();
const owner = ownerClient();
await owner.connect();
const results = await measure(owner, folder);
await owner.end();
await closeDatabase();
await database.stop();
if (temporary) rmSync(temporary, { recursive: true, force: true });

report("match:portal", results, values.json);
process.exit(0);
