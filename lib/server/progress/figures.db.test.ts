import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DifferenceClass, OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { type Figures, RECORD_FIGURES } from "@/lib/domain/progress/figure";
import { growth } from "@/lib/domain/progress/flow";
import { LATE, type LineFilter } from "@/lib/domain/progress/line-filter";
import { RESOLUTIONS, TASK_STATES } from "@/lib/domain/tasks/states";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import type { MadeUnit } from "@/prisma/factories/communes";
import { at, countLines, makeScene, type Scene } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";
import { foldProgress } from "./fold";
import { getProgress, type ProgressPage } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

// Each step changes records or tasks in one of the ways in which the portal does, or folds.
const place = fc.nat({ max: 2 });
const pick = fc.nat();
const outcome = fc.constantFrom(null, ...OUTCOMES);
// A few classes only, so that what they decide together with an outcome comes up often.
const CLASSES: readonly DifferenceClass[] = ["same", "format", "missing"];
const mainClass = fc.constantFrom(null, ...CLASSES);
const taskClass = fc.constantFrom(...CLASSES);
const state = fc.constantFrom(...TASK_STATES);
const resolution = fc.constantFrom(...RESOLUTIONS);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("record" as const), place, outcome, mainClass }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("task" as const),
      pick,
      state,
      resolution,
      taskClass,
      dueIn: fc.integer({ min: -3, max: 3 }),
      standing: fc.constantFrom(0, 9, 10, 11, 30),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("move" as const), pick, state, resolution }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("compare" as const), pick, outcome, mainClass }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("transfer" as const), pick, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("merge" as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("doses" as const), pick, doses: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fold" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Whatever is closed has a resolution; whatever is open has none. */
const settled = (of: string, how: string) => (of === "closed" ? how : undefined);

async function take(scene: Scene, one: Step): Promise<unknown> {
  if (one.do === "fold") return foldProgress();
  if (one.do === "record") {
    const { batchId, places } = scene;
    const unit = at(places, one.place);
    return scene.records.push(await addRecord(owner, { ...one, batchId, unit }));
  }
  if (scene.records.length === 0) return;
  const recordId = at(scene.records, one.pick);
  if (one.do === "task") return addTaskTo(scene, recordId, one);
  return change(recordId, scene, one);
}

async function addTaskTo(scene: Scene, recordId: string, one: Step & { do: "task" }) {
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

async function change(recordId: string, scene: Scene, one: Step): Promise<unknown> {
  if (one.do === "compare") {
    const values = [recordId, one.outcome, one.mainClass];
    return owner.query("update record set outcome = $2, main_class = $3 where id = $1", values);
  }
  if (one.do === "move") {
    const values = [recordId, one.state, settled(one.state, one.resolution) ?? null];
    const open = "record_id = $1 and state <> 'closed'";
    return owner.query(`update task set state = $2, resolution = $3 where ${open}`, values);
  }
  if (one.do === "merge") return merge(recordId, scene);
  if (one.do === "doses") return giveDoses(recordId, one.doses);
  if (one.do !== "transfer") return;
  const unit = at(scene.places, one.place);
  for (const table of ["record", "task"]) {
    const key = table === "record" ? "id" : "record_id";
    const values = [recordId, unit.id, unit.path];
    await owner.query(`update ${table} set unit_id = $2, unit_path = $3 where ${key} = $1`, values);
  }
}

/** Closes a record as a duplicate of the scene's first, or takes that back. */
async function merge(recordId: string, { records: [stays] }: Scene): Promise<void> {
  if (recordId === stays) return;
  await owner.query(
    "update record set duplicate_of_id = case when duplicate_of_id is null then $2::uuid end where id = $1",
    [recordId, stays],
  );
}

/** Another number of doses than it had. */
async function giveDoses(recordId: string, doses: number): Promise<void> {
  await owner.query("delete from dose where record_id = $1", [recordId]);
  await owner.query(
    `insert into dose (id, record_id, dose_no) select gen_random_uuid(), $1, n from generate_series(1, $2::int) n`,
    [recordId, doses],
  );
}

/** Doses of people and of open tasks, and the minutes of these, counted from the rows. */
async function countRows({ path }: MadeUnit): Promise<Record<string, number>> {
  const { rows } = await owner.query(
    `select (select count(*)::int from dose d join record r on r.id = d.record_id
              where r.unit_path like $1 || '%' and r.duplicate_of_id is null) as total,
       (select count(*)::int from dose d join task t on t.record_id = d.record_id
         where t.unit_path like $1 || '%' and t.state <> 'closed') as open,
       (select coalesce(sum(effort), 0)::int from task t
         where t.unit_path like $1 || '%' and t.state <> 'closed') as minutes`,
    [path],
  );
  return rows[0];
}

async function expectEqual(scene: Scene, figures: Figures, place: LineFilter): Promise<void> {
  const count = (filter: LineFilter) => countLines(scene.leader, { ...place, ...filter });
  for (const records of RECORD_FIGURES) expect(await count({ records })).toBe(figures[records]);
  for (const of of TASK_STATES.filter((one) => one !== "closed")) {
    expect(await count({ state: of })).toBe(figures.openByState[of] ?? 0);
  }
  expect(await count({})).toBe(figures.open);
  for (const resolution of RESOLUTIONS) {
    expect(await count({ resolution })).toBe(figures.closed[resolution]);
  }
}

const plain = ({ openByClass, clearedByClass, ...figures }: Figures) => figures;

/** A unit's page against its lists, its rows, and what happened since there was nothing. */
async function expectPage(scene: Scene, unit: MadeUnit): Promise<ProgressPage> {
  const page = await getProgress.as(scene.leader, unit.id);
  await expectEqual(scene, page.figures, { unit: unit.id });
  for (const of of CLASSES) {
    const filter = { unit: unit.id, mainClass: of };
    expect(await countLines(scene.leader, filter)).toBe(page.figures.openByClass[of] ?? 0);
  }
  for (const late of LATE) {
    expect(await countLines(scene.leader, { unit: unit.id, late })).toBe(page.lateness[late]);
  }
  const { doses, openMinutes, open, cleared } = page.figures;
  expect(await countRows(unit)).toEqual({
    total: doses.total,
    open: doses.open,
    minutes: openMinutes,
  });
  expect(page.days.reduce((sum, day) => sum + growth(day), 0)).toBe(open);
  expect(page.days.reduce((sum, day) => sum + day.cleared.people, 0)).toBe(cleared);
  return page;
}

describe("figures", () => {
  it("equal the lists behind them, whatever happens to records and tasks and whenever it is folded", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
        const scene = await makeScene(owner);
        for (const one of steps) await take(scene, one);
        const page = await expectPage(scene, scene.province);
        for (const unit of scene.places.slice(0, 2)) {
          const { figures } = await expectPage(scene, unit);
          const child = page.children.find(({ id }) => id === unit.id);
          expect(child && plain(child.figures)).toEqual(plain(figures));
          expect(child?.openBefore).toBe(0);
        }
        if (page.own) await expectEqual(scene, page.own, { unit: scene.province.id, own: "1" });
        const parts = [...page.children.map((child) => child.figures), page.own];
        const total = parts.reduce((sum, part) => sum + (part?.total ?? 0), 0);
        expect(total).toBe(page.figures.total);
        const [source] = page.sources;
        if (source) expect(plain(source.figures)).toEqual(plain(page.figures));
      }),
      { numRuns: 10 },
    );
  }, 240_000);

  it("are the same before and after folding", async () => {
    const scene = await makeScene(owner);
    const steps = fc.sample(step, { numRuns: 60, seed: 7 });
    for (const one of steps) await take(scene, one);
    const before = await getProgress.as(scene.leader, undefined);
    await Promise.all([foldProgress(), foldProgress()]);
    const after = await getProgress.as(scene.leader, undefined);
    expect(after.figures).toEqual(before.figures);
    expect(after.figures.total).toBeGreaterThan(0);
  });
});

it("counts a record that a person corrected as corrected, not as cleared by the engine", async () => {
  const scene = await makeScene(owner);
  const unit = at(scene.places, 0);
  const wish = { batchId: scene.batchId, unit, outcome: "unmatched", mainClass: "different" };
  const recordId = await addRecord(owner, wish);
  const closed = { state: "closed", force: "system", resolution: "corrected" };
  await addTask(owner, { recordId, unit, ...closed });
  await owner.query("update record set outcome = 'matched', main_class = 'format' where id = $1", [
    recordId,
  ]);
  const { figures } = await getProgress.as(scene.leader, undefined);
  expect(figures).toMatchObject({ total: 1, corrected: 1, cleared: 0, matched: 0 });
  expect(await countLines(scene.leader, { records: "cleared" })).toBe(0);
});
