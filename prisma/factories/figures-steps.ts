import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { foldProgress } from "@/lib/server/progress/fold";
import type { Owner } from "./communes";
import { at, type Scene } from "./figures-scene";

// A few classes only, so that what they decide together with an outcome comes up often.
export const CLASSES: readonly DifferenceClass[] = ["same", "format", "missing"];

interface Compared {
  outcome: string | null;
  mainClass: string | null;
}
/** Changes records or tasks in one of the ways in which the portal does, or folds. */
export type Step =
  | ({ do: "record"; place: number } & Compared)
  | {
      do: "task";
      pick: number;
      state: string;
      resolution: string;
      taskClass: string;
      dueIn: number;
      standing: number;
    }
  | { do: "move"; pick: number; state: string; resolution: string }
  | ({ do: "compare"; pick: number } & Compared)
  | { do: "transfer"; pick: number; place: number }
  | { do: "merge"; pick: number }
  | { do: "doses"; pick: number; doses: number }
  | { do: "sweep"; seed: number; place: number }
  | { do: "fold" };

/** A step at one record. */
type Of<S> = S & { recordId: string };

/** Whatever is closed has a resolution; whatever is open has none. */
const settled = (of: string, how: string) => (of === "closed" ? how : undefined);

/** Takes one step. */
export async function take(owner: Owner, scene: Scene, one: Step): Promise<unknown> {
  if (one.do === "fold") return foldProgress();
  if (one.do === "record") {
    const { batchId, places } = scene;
    const unit = at(places, one.place);
    return scene.records.push(await addRecord(owner, { ...one, batchId, unit }));
  }
  if (scene.records.length === 0) return;
  if (one.do === "sweep") return sweep(owner, scene, one);
  const recordId = at(scene.records, one.pick);
  if (one.do === "task") return addTaskTo(owner, scene, { ...one, recordId });
  return change(owner, scene, { ...one, recordId });
}

async function addTaskTo(owner: Owner, scene: Scene, one: Of<Step & { do: "task" }>) {
  const { recordId } = one;
  const { rows } = await owner.query<{ unit_id: string; open: boolean }>(
    `select unit_id, exists (select 1 from task where record_id = r.id and state <> 'closed') as open
     from record r where id = $1`,
    [recordId],
  );
  const unit = scene.places.find(({ id }) => id === rows[0]?.unit_id);
  if (!unit || rows[0]?.open) return;
  const how = settled(one.state, one.resolution);
  const { dueIn, standing, taskClass: mainClass } = one;
  const wish = { recordId, unit, state: one.state, force: "police", mainClass, dueIn, standing };
  scene.tasks.push(await addTask(owner, { ...wish, resolution: how }));
}

async function change(owner: Owner, scene: Scene, one: Of<Step>): Promise<unknown> {
  const { recordId } = one;
  if (one.do === "compare") {
    const values = [recordId, one.outcome, one.mainClass];
    return owner.query("update record set outcome = $2, main_class = $3 where id = $1", values);
  }
  if (one.do === "move") {
    const values = [recordId, one.state, settled(one.state, one.resolution) ?? null];
    const open = "record_id = $1 and state <> 'closed'";
    return owner.query(`update task set state = $2, resolution = $3 where ${open}`, values);
  }
  if (one.do === "merge") return merge(owner, scene, recordId);
  if (one.do === "doses") return giveDoses(owner, recordId, one.doses);
  if (one.do !== "transfer") return;
  const unit = at(scene.places, one.place);
  for (const table of ["record", "task"]) {
    const key = table === "record" ? "id" : "record_id";
    const values = [recordId, unit.id, unit.path];
    await owner.query(`update ${table} set unit_id = $2, unit_path = $3 where ${key} = $1`, values);
  }
}

/** Changes all tasks in one statement, each in another way: some move on, some to another unit, some are taken. */
function sweep(owner: Owner, { places, records }: Scene, { seed, place }: Step & { do: "sweep" }) {
  const { id, path } = at(places, place);
  return owner.query(
    `update task t set
       unit_id = case when h.n & 7 < 3 then $3 else t.unit_id end, unit_path = case when h.n & 7 < 3 then $4 else t.unit_path end,
       state = h.state, resolution = case when h.state = 'closed' then coalesce(t.resolution, 'corrected') end,
       opened_at = case when h.n & 8 = 0 then now() end, effort = case when h.n & 16 = 0 then 9 else t.effort end,
       due_on = case when h.n & 32 = 0 then current_date - 1 else t.due_on end,
       main_class = case when h.n & 64 = 0 then 'format' else t.main_class end
     from (
       select id, n, case when state = 'closed' then state when n & 896 < 256 then 'closed' when n & 896 < 512 then 'correcting' else state end as state
       from task cross join lateral (select hashtext(id::text || $2::text) as n) as x where record_id = any($1)) h
     where h.id = t.id and h.n & 3072 > 0`,
    [records, String(seed), id, path],
  );
}

/** Closes a record as a duplicate of the scene's first, or takes that back. */
async function merge(owner: Owner, { records: [stays] }: Scene, recordId: string): Promise<void> {
  if (recordId === stays) return;
  await owner.query(
    "update record set duplicate_of_id = case when duplicate_of_id is null then $2::uuid end where id = $1",
    [recordId, stays],
  );
}

/** Another number of doses than it had. */
async function giveDoses(owner: Owner, recordId: string, doses: number): Promise<void> {
  await owner.query("delete from dose where record_id = $1", [recordId]);
  await owner.query(
    `insert into dose (id, record_id, dose_no) select gen_random_uuid(), $1, n from generate_series(1, $2::int) n`,
    [recordId, doses],
  );
}
