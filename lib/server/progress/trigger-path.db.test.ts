import { afterAll, beforeAll, expect, it } from "vitest";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { at, makeScene } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const DECOYS = `
  create temp table progress_delta (like public.progress_delta) on commit drop;
  create temp table dose (like public.dose) on commit drop;
  create temp table task (like public.task) on commit drop;
  create temp table removed (like public.task) on commit drop;
  create temp table added (like public.task) on commit drop;
  set local search_path = pg_temp, public`;

async function count(table: string, path: string): Promise<number> {
  const text = `select count(*)::int as n from ${table} where unit_path = $1`;
  return (await owner.query<{ n: number }>(text, [path])).rows[0]?.n ?? 0;
}

// Tables of whoever writes may bear the names that the trigger reads.
it("counts a moved task where it belongs, whatever path the caller has set", async () => {
  const scene = await makeScene(owner);
  const unit = at(scene.places, 0);
  const recordId = await addRecord(owner, { batchId: scene.batchId, unit });
  const id = await addTask(owner, { recordId, unit, state: "verifying", force: "police" });
  await owner.query("begin");
  await owner.query(DECOYS);
  const before = await count("public.progress_delta", unit.path);
  await owner.query("update public.task set state = 'correcting' where id = $1", [id]);
  expect(await count("public.progress_delta", unit.path)).toBe(before + 1);
  expect(await count("pg_temp.progress_delta", unit.path)).toBe(0);
  await owner.query("rollback");
});
