import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { type Figures, RECORD_FIGURES } from "@/lib/domain/progress/figure";
import { growth } from "@/lib/domain/progress/flow";
import { HAPPENINGS, type Happening } from "@/lib/domain/progress/happening";
import { LATE, type LineFilter } from "@/lib/domain/progress/line-filter";
import { RESOLUTIONS, TASK_STATES } from "@/lib/domain/tasks/states";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import type { MadeUnit } from "@/prisma/factories/communes";
import {
  at,
  countLines,
  makeScene,
  type Scene,
  sumDayLines,
} from "@/prisma/factories/figures-scene";
import { CLASSES, type Step, take } from "@/prisma/factories/figures-steps";
import { ownerClient } from "@/prisma/factories/owner";
import { compareDays } from "./compare";
import { foldProgress } from "./fold";
import { watchProgress } from "./live";
import { getProgress, type ProgressPage } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const place = fc.nat({ max: 2 });
const pick = fc.nat();
const outcome = fc.constantFrom(null, ...OUTCOMES);
const mainClass = fc.constantFrom(null, ...CLASSES);
const taskClass = fc.constantFrom(...CLASSES);
const state = fc.constantFrom(...TASK_STATES);
const resolution = fc.constantFrom(...RESOLUTIONS);
const step: fc.Arbitrary<Step> = fc.oneof(
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
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("sweep" as const), seed: fc.nat(999), place }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fold" as const) }) },
);

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

/** What happened today, on the page, in the comparison and from which step to which, against the lists of it. */
async function expectDays({ leader }: Scene, page: ProgressPage): Promise<void> {
  const { today, unit, days, moves } = page;
  const of = { unit: unit.id, from: today, to: today };
  const steps = moves.map(({ from, to, people }) => [`${from}>${to}`, people] as const);
  const { opened, reopened, cleared, cleaned, otherwise, moved } = days.at(-1) ?? at(days, 0);
  const closed = cleaned.people + otherwise.people;
  const yesterday = { from: dayAfter(today, -1), to: today };
  const { between } = await compareDays.as(leader, { unit: unit.id, ...yesterday });
  const counted: Record<string, number> = {
    ...between,
    came: opened.people + moved.people,
    closed,
    left: closed - moved.people,
    ...Object.fromEntries(steps),
  };
  expect(between).toMatchObject({
    opened: opened.people,
    reopened: reopened.people,
    cleared: cleared.people,
    moved: moved.people,
  });
  for (const happened of [...HAPPENINGS, ...steps.map(([step]) => step as Happening)]) {
    const people = counted[happened];
    const list = await sumDayLines(leader, { ...of, happened });
    expect(list, happened).toEqual({ people, amount: people, unlisted: 0 });
  }
}

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
  // What the page says of itself is what those are told who watch it.
  expect((await watchProgress.as(scene.leader, unit.id))?.mark).toBe(page.mark);
  await expectDays(scene, page);
  expect(page.days.reduce((sum, day) => sum + growth(day), 0)).toBe(open);
  expect(page.days.reduce((sum, day) => sum + day.cleared.people, 0)).toBe(cleared);
  return page;
}

describe("figures", () => {
  it("equal the lists behind them, whatever happens to records and tasks and whenever it is folded", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
        const scene = await makeScene(owner);
        for (const one of steps) await take(owner, scene, one);
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
    for (const one of steps) await take(owner, scene, one);
    const before = await getProgress.as(scene.leader, undefined);
    await Promise.all([foldProgress(), foldProgress()]);
    const after = await getProgress.as(scene.leader, undefined);
    expect([after.figures, after.mark]).toEqual([before.figures, before.mark]);
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
