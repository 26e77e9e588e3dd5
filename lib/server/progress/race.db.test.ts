import { afterAll, beforeAll, expect, it } from "vitest";
import { addBatch } from "@/lib/server/handovers/test-rows";
import { makeCommune, makeOfficer, makeProvince } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { chanceOf, changeAtRandom, type Turmoil } from "@/prisma/factories/random-changes";
import { askRecount, checkNightly, getCheck, recountAsked } from "./check";
import { foldProgress } from "./fold";
import { getAreaCounts } from "./home";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const WRITERS = 6;

async function makeScene(): Promise<Turmoil & { path: string; provinceId: string }> {
  const province = await makeProvince(owner);
  const places = [await makeCommune(owner, province), await makeCommune(owner, province), province];
  const { path, id } = province;
  const batchId = await addBatch(owner, province);
  return { batchId, places, records: [], path, provinceId: id };
}

/** Figures of everything at and below a path that differ from the rows: folded, summed up, or not folded yet. */
async function check() {
  const { rows } = await owner.query(
    "select * from check_progress(gen_random_uuid(), false, gen_random_uuid())",
  );
  return rows[0] as { wrong_cells: number; people_off: string };
}

it("stay exact while several writers change the same records and somebody folds", async () => {
  const before = await check();
  const scene = await makeScene();
  await changeAtRandom(owner, scene, { changes: 1, chance: chanceOf(1) });
  const clients = Array.from({ length: WRITERS }, () => ownerClient());
  await Promise.all(clients.map((client) => client.connect()));
  let busy = true;
  const folding = (async () => {
    while (busy) await foldProgress();
  })();
  await Promise.all(
    clients.map((client, seed) =>
      changeAtRandom(client, scene, { changes: 150, chance: chanceOf(seed + 2) }),
    ),
  );
  busy = false;
  await folding;
  await Promise.all(clients.map((client) => client.end()));
  expect(await check()).toMatchObject({ wrong_cells: before.wrong_cells });
  await foldProgress();
  expect(await check()).toMatchObject({ wrong_cells: before.wrong_cells });
});

it("a figure that is off is found at night, said to who reads it, and counted anew for the centre", async () => {
  const scene = await makeScene();
  await changeAtRandom(owner, scene, { changes: 40, chance: chanceOf(7) });
  await foldProgress();
  const nation = { ...(await makeProvince(owner)), id: "1", path: "1.", level: "nation" as const };
  const centre = await makeOfficer(owner, { role: "coordinator", unit: nation });
  const figures = async () => (await getProgress.as(centre, scene.provinceId)).figures;
  const right = await figures();
  await owner.query(
    "update progress_count set people = people + 5 where grain <> 'own' and unit_path = $1 and kind = 'record' and state <> 'duplicate'",
    [scene.path],
  );
  expect((await figures()).total).toBeGreaterThan(right.total);
  await owner.query("delete from progress_check");
  const found = await checkNightly(0);
  expect(found?.wrongCells).toBeGreaterThan(0);
  expect(await checkNightly(0)).toBeNull();
  expect((await getCheck.as(centre)).last).toMatchObject({ mended: false });
  expect((await getAreaCounts.as(centre)).figuresOff).toBe(found?.wrongCells);

  const there = await makeOfficer(owner, { role: "coordinator", unit: scene.places[2] ?? nation });
  expect(await askRecount.as(there, {})).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
  expect(await askRecount.as(centre, {})).toMatchObject({ ok: true });
  expect((await getCheck.as(centre)).asked).not.toBeNull();
  expect(await recountAsked()).toBe(1);
  expect(await recountAsked()).toBe(0);
  const { last, asked } = await getCheck.as(centre);
  expect([last?.mended, asked]).toEqual([true, null]);
  expect((await getAreaCounts.as(centre)).figuresOff).toBe(0);
  await foldProgress();
  expect(await figures()).toEqual(right);
  expect(await check()).toMatchObject({ wrong_cells: 0 });
});
