import { v7 } from "uuid";
import { seeded } from "@/lib/domain/matching/estimate/seeded";
import { DIFFERENCE_CLASSES, OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { RESOLUTIONS, TASK_STATES } from "@/lib/domain/tasks/states";
import type { MadeUnit, Owner } from "./communes";

/** Records that several writers change at once, in the ways in which the portal does. */
export interface Turmoil {
  batchId: string;
  places: readonly MadeUnit[];
  /** filled as records are added */
  records: string[];
}

type Chance = () => number;

/** The same numbers for the same seed. */
export const chanceOf = (seed: number): Chance => seeded(seed).next;

const one = <T>(chance: Chance, all: readonly T[]) => all[Math.floor(chance() * all.length)] as T;
const OPEN = TASK_STATES.filter((state) => state !== "closed");

interface At {
  owner: Owner;
  scene: Turmoil;
  chance: Chance;
  recordId: string;
}

async function add({ owner, scene, chance }: At): Promise<void> {
  const [id, unit] = [v7(), one(chance, scene.places)];
  await owner.query("begin");
  await owner.query(
    `insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received)
     values ($1, $2, $1::uuid::text, $3, $4, $5, 'resolved', '{}')`,
    [id, one(chance, ["platform@1", "platform@2"]), scene.batchId, unit.id, unit.path],
  );
  await owner.query(
    "insert into dose (id, record_id, dose_no) select gen_random_uuid(), $1, n from generate_series(1, $2::int) n",
    [id, Math.floor(chance() * 4)],
  );
  await owner.query("commit");
  scene.records.push(id);
}

function compare({ owner, chance, recordId }: At) {
  const values = [recordId, one(chance, OUTCOMES), one(chance, DIFFERENCE_CLASSES)];
  return owner.query("update record set outcome = $2, main_class = $3 where id = $1", values);
}

function makeTask({ owner, chance, recordId }: At) {
  return owner.query(
    `insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, effort)
     select $2, r.id, r.unit_id, r.unit_path, $3, 'police', 'police', 'policeUnsure', $4, $5::int from record r
     where r.id = $1 and not exists (select from task t where t.record_id = r.id and t.state <> 'closed')`,
    [
      recordId,
      v7(),
      one(chance, OPEN),
      one(chance, DIFFERENCE_CLASSES),
      1 + Math.floor(chance() * 19),
    ],
  );
}

function move({ owner, chance, recordId }: At) {
  const state = one(chance, [...OPEN, "closed", "closed", "closed"]);
  const resolution = state === "closed" ? one(chance, RESOLUTIONS) : null;
  return owner.query(
    "update task set state = $2, resolution = $3 where record_id = $1 and state <> 'closed'",
    [recordId, state, resolution],
  );
}

function reopen({ owner, recordId }: At) {
  return owner.query(
    `update task set state = 'verifying', resolution = null where id = (
       select id from task where record_id = $1 and state = 'closed' order by random() limit 1)
     and not exists (select from task t where t.record_id = $1 and t.state <> 'closed')`,
    [recordId],
  );
}

async function transfer({ owner, scene, chance, recordId }: At): Promise<void> {
  const { id, path } = one(chance, scene.places);
  await owner.query("begin");
  for (const [table, key] of Object.entries({ task: "record_id", record: "id" })) {
    await owner.query(`update ${table} set unit_id = $2, unit_path = $3 where ${key} = $1`, [
      recordId,
      id,
      path,
    ]);
  }
  await owner.query("commit");
}

function merge({ owner, scene, recordId }: At) {
  const [stays] = scene.records;
  return owner.query(
    "update record set duplicate_of_id = case when duplicate_of_id is null then $2::uuid end where id = $1 and id <> $2",
    [recordId, stays],
  );
}

function changeDoses({ owner, chance, recordId }: At) {
  if (chance() < 0.4) {
    return owner.query(
      "delete from dose where id = (select id from dose where record_id = $1 limit 1)",
      [recordId],
    );
  }
  return owner.query(
    "insert into dose (id, record_id, dose_no) values (gen_random_uuid(), $1, $2::int)",
    [recordId, 10 + Math.floor(chance() * 1e6)],
  );
}

function manyAtOnce({ owner, scene, chance }: At) {
  const from = Math.floor(chance() * scene.records.length);
  return owner.query(
    `update task set state = $2, resolution = null where id in (
       select id from task where record_id = any($1) and state <> 'closed' order by id for update)`,
    [scene.records.slice(from, from + 10), one(chance, OPEN)],
  );
}

const CHANGES = [
  add,
  compare,
  compare,
  makeTask,
  makeTask,
  move,
  move,
  move,
  reopen,
  transfer,
  merge,
  changeDoses,
  changeDoses,
  manyAtOnce,
];

/** What the database refuses to one of two who were at the same rows: nothing was changed. */
const LOST = new Set(["40P01", "40001", "23505"]);

/** So many random changes, one after the other; gives how many were refused to this writer. */
export async function changeAtRandom(
  owner: Owner,
  scene: Turmoil,
  of: { changes: number; chance: Chance },
): Promise<number> {
  let lost = 0;
  for (let left = of.changes; left > 0; left -= 1) {
    const recordId = one(of.chance, scene.records);
    try {
      await one(
        of.chance,
        recordId ? CHANGES : [add],
      )({ owner, scene, chance: of.chance, recordId });
    } catch (error) {
      await owner.query("rollback");
      if (!LOST.has((error as { code?: string }).code ?? "")) throw error;
      lost += 1;
    }
  }
  return lost;
}
