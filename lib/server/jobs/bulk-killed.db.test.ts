import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { undoBulk } from "@/lib/server/tasks/bulk/commands";
import { getBulk } from "@/lib/server/tasks/bulk/queries";
import { startedBulk } from "@/prisma/factories/bulks";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  SLIP,
  type Station,
} from "@/prisma/factories/tasks";
import { bulkJob } from "./bulk";

const owner = ownerClient();
/** Two slices of 500 and a rest. */
const COUNT = 1_040;
const SLICE = 500;
const LONG = 180_000;
let station: Station;
let tasks: MadeTask[];
let workers: ChildProcess[] = [];

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  tasks = await makeTasks(owner, station, Array(COUNT).fill(SLIP));
}, LONG);
afterEach(() => {
  for (const worker of workers) worker.kill("SIGKILL");
  workers = [];
});
afterAll(() => owner.end());

/** A worker as it runs beside the portal: a process of its own. */
function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["scripts/run.cjs", "worker"], { stdio: "ignore" });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGKILL");
  await ended;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function count(text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n ${text}`, values);
  return rows[0]?.n ?? 0;
}

/** Holds whoever ends a slice after the first, in the middle of its transaction. */
async function holdSecondSlice(column: string): Promise<void> {
  await owner.query(`
    create or replace function hold_worker() returns trigger language plpgsql as $$
    begin
      if (select count(*) from bulk_line where bulk_id = new.id and ${column} is not null) > ${SLICE}
      then perform pg_sleep(2); end if;
      return new;
    end $$;
    create trigger hold_worker before update on bulk_run for each row execute function hold_worker()`);
}

/** Kills a worker that has written the first slice, while the second is under way. */
async function killAfterFirst(bulkId: string, column: string): Promise<void> {
  await holdSecondSlice(column);
  const worker = startWorker();
  const written = `from bulk_line where bulk_id = $1 and ${column} is not null`;
  await until(async () => (await count(written, [bulkId])) > 0);
  await kill(worker);
  await owner.query("drop trigger hold_worker on bulk_run");
}

/** The rows of the bulk, and every task's history and corrections: once each, whoever died. */
async function doneOnce(events: string[], corrections: number): Promise<void> {
  const ids = tasks.map((task) => task.id);
  const histories = await owner.query(
    `select line, count(*)::int as tasks from (
       select task_id, string_agg(event, ' ' order by version) as line from task_event where task_id = any($1)
       group by 1) h group by 1`,
    [ids],
  );
  expect(histories.rows).toEqual([{ line: events.join(" "), tasks: COUNT }]);
  const made = await owner.query(
    `select n, count(*)::int as tasks from (
       select task_id, count(*)::int as n from correction where task_id = any($1) group by 1) c group by 1`,
    [ids],
  );
  expect(made.rows).toEqual([{ n: corrections, tasks: COUNT }]);
}

describe("a worker that is killed in the middle of a bulk", () => {
  const SENT = ["assign", "submit", "pass"];
  let bulkId: string;

  it(
    "leaves whole slices; others, two at once, go on and do each row once",
    async () => {
      const { officerId } = station.health;
      bulkId = await startedBulk(station.health);
      await killAfterFirst(bulkId, "outcome");
      const half = await getBulk.as(station.health, bulkId);
      expect(half).toMatchObject({ state: "running", total: COUNT, done: SLICE });
      expect(await count("from task where state = 'publishing'")).toBe(SLICE);

      await Promise.all([bulkJob({ bulkId, officerId }), bulkJob({ bulkId, officerId })]);
      const done = await getBulk.as(station.health, bulkId);
      expect(done).toMatchObject({ state: "done", done: COUNT });
      expect(done.outcomes).toEqual({ applied: COUNT });
      await doneOnce(SENT, 1);
    },
    LONG,
  );

  it(
    "of its undo too, and the next worker finds it by itself",
    async () => {
      const undone = await undoBulk.as(station.health, { bulkId });
      expect(undone).toMatchObject({ ok: true });
      await killAfterFirst(bulkId, "undo_outcome");
      const half = await getBulk.as(station.health, bulkId);
      expect(half).toMatchObject({ state: "running", undoDone: SLICE, toUndo: COUNT });

      startWorker();
      await until(async () => (await getBulk.as(station.health, bulkId)).state === "done");
      const done = await getBulk.as(station.health, bulkId);
      expect(done.undone).toEqual({ undone: COUNT });
      await doneOnce([...SENT, "undo"], 2);
      expect(await count("from task where state = 'correcting'")).toBe(COUNT);
    },
    LONG,
  );
});
