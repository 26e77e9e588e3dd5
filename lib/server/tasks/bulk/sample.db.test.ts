import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction, unscoped } from "@/lib/server/core/db";
import { judgeSample, SLIPS, startedBulk } from "@/prisma/factories/bulks";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { checkSample } from "./check";
import { listClusters } from "./clusters";
import { pauseBulk, resumeBulk, startBulk } from "./commands";
import { getBulk, listBulks } from "./queries";
import { getCluster } from "./sample";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let tasks: MadeTask[];
const COUNT = 24;
const PHONE = "0912345678";

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  tasks = await makeTasks(owner, station, Array(COUNT).fill(SLIP));
  await makeTasks(owner, elsewhere, Array(9).fill(SLIP));
  const ids = tasks.map((task) => task.recordId);
  await owner.query("update record set phone = $2 where id = any($1)", [ids.slice(0, 11), PHONE]);
  await owner.query("update dose set facility = 'Trạm y tế Phường 1' where record_id = any($1)", [
    ids.slice(4, 16),
  ]);
}, 120_000);
afterAll(() => owner.end());

const open = (officer: Station["health"], key = SLIPS, seed: string | null = null) =>
  getCluster.as(officer, { key, rule: null, seed });

describe("clusters of one cause", () => {
  it("are found by the difference, and by what else the tasks have in common", async () => {
    const { clusters, least } = await listClusters.as(station.health, undefined);
    const found = clusters.map(({ kind, field, level, count }) => ({ kind, field, level, count }));
    const common = { field: "fullName", level: "typo_1" };
    expect(found).toEqual([
      { kind: "cause", ...common, count: COUNT },
      { kind: "facility", ...common, count: 12 },
      { kind: "phone", ...common, count: 11 },
    ]);
    expect(least).toBe(10);
    expect(clusters[1]).toMatchObject({
      facility: "Trạm y tế Phường 1",
      unitName: station.commune.name,
    });
    expect(clusters[2]?.phone).not.toContain(PHONE);
  });

  it("hold the same tasks when they are opened by their name, which says nothing of anybody", async () => {
    const { clusters } = await listClusters.as(station.health, undefined);
    for (const { anchor, count, kind, level } of clusters) {
      const key = [kind, "health", "fullName", level, ...(anchor ? [anchor] : [])].join(".");
      expect((await open(station.health, key)).count).toBe(count);
      expect(key).not.toContain(PHONE);
    }
  });

  it("are of one's own area and force only, and those too small are none", async () => {
    expect((await listClusters.as(elsewhere.health, undefined)).clusters).toEqual([]);
    expect((await listClusters.as(station.police, undefined)).clusters).toEqual([]);
    await expect(open(station.police)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const seen = await listClusters.as(station.coordinator, undefined);
    expect(seen.clusters.map(({ count }) => count)).toEqual([COUNT, 12, 11]);
    const { mayApply, count } = await open(station.coordinator);
    expect({ mayApply, count }).toEqual({ mayApply: false, count: COUNT });
    expect((await open(elsewhere.health)).count).toBe(9);
    const small = await judgeSample(elsewhere.health);
    expect(small.checked).toMatchObject({ ok: false, error: { reason: "clusterSmall" } });
  });

  it("with a difference that no rule may settle for many are none", async () => {
    const different = "cause.health.fullName.different";
    await expect(open(station.health, different)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the sample of ten", () => {
  it("is drawn by chance, the same for the same seed, and shows what the rule would do", async () => {
    const { sample, seed } = await open(station.health);
    expect(sample).toHaveLength(10);
    expect(new Set(sample.map((row) => row.taskId)).size).toBe(10);
    const again = await open(station.health, SLIPS, seed);
    expect(again.sample).toEqual(sample);
    const other = await open(station.health, SLIPS, "another");
    expect(other.sample.map((row) => row.taskId)).not.toEqual(sample.map((row) => row.taskId));
    const name = sample[0]?.rows.find(({ field }) => field === "fullName");
    expect(name).toMatchObject({ record: "Nguyễn Thị Hoàn", other: "Nguyễn Thị Hòa" });
    expect(sample.every((row) => row.refusal === null)).toBe(true);
  });

  it("leaves a line for each person of the registry who was shown", async () => {
    const shown = "select count(*)::int as n from registry_access where purpose = 'bulk'";
    const before = (await owner.query(shown)).rows[0].n;
    await open(station.health);
    expect((await owner.query(shown)).rows[0].n).toBe(before + 10);
  });

  it("has to be judged whole, and as it was drawn", async () => {
    const { sample, rule, seed } = await open(station.health);
    const all = Object.fromEntries(sample.map(({ taskId }) => [taskId, "right"]));
    const check = (verdicts: object, with_ = seed) =>
      checkSample.as(station.health, { key: SLIPS, rule, seed: with_, verdicts });
    const { [sample[0]?.taskId ?? ""]: _, ...nine } = all;
    expect(await check(nine)).toMatchObject({ ok: false, error: { reason: "sampleUnjudged" } });
    expect(await check(all, "another")).toMatchObject({
      ok: false,
      error: { reason: "sampleMoved" },
    });
  });

  it("with one wrong blocks the rule for this cluster, with whatever other ten", async () => {
    const facility = (await listClusters.as(station.health, undefined)).clusters[1];
    const key = `facility.health.fullName.typo_1.${facility?.anchor}`;
    const blocked = await judgeSample(station.health, { key });
    expect(blocked.checked).toMatchObject({ ok: true, data: { state: "ready" } });
    const one = await judgeSample(station.health, { key, wrong: (at) => at === 3 });
    expect(one.checked).toMatchObject({ ok: true, data: { state: "blocked" } });
    if (!one.checked.ok) throw new Error("not stored");
    const { bulkId } = one.checked.data;
    const start = await startBulk.as(station.health, { bulkId });
    expect(start).toMatchObject({ ok: false, error: { reason: "bulkState" } });
    const again = await judgeSample(station.health, { key });
    expect(again.checked).toMatchObject({ ok: false, error: { reason: "clusterBlocked" } });
    expect((await open(station.health, key)).blockedBy).toBe(bulkId);
    const { sample } = await getBulk.as(station.health, bulkId);
    expect(sample.filter(({ right }) => !right)).toHaveLength(1);
  });

  it("is checked and applied by officers of the force alone", async () => {
    const { sample, rule, seed } = await open(station.coordinator);
    const verdicts = Object.fromEntries(sample.map(({ taskId }) => [taskId, "right"]));
    const input = { key: SLIPS, rule, seed, verdicts };
    const looking = await checkSample.as(station.coordinator, input);
    expect(looking).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    const police = await checkSample.as(station.police, input);
    expect(police).toMatchObject({ ok: false, error: { reason: "wrongForce" } });
  });
});

describe("a bulk", () => {
  it("is not seen without a scope, in another commune, or by a hamlet team", async () => {
    const bulkId = await startedBulk(station.health);
    await expect(getBulk.as(elsewhere.health, bulkId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const rows =
      "select 1 from bulk_run union all select 1 from bulk_line union all select 1 from bulk_sample";
    expect(await unscoped(({ sql }) => sql(rows))).toEqual([]);
    const hamlet = await makeOfficer(owner, { role: "hamlet", unit: station.commune });
    expect(await transaction(scopeOf(hamlet), ({ sql }) => sql(rows))).toEqual([]);
    expect((await listBulks.as(elsewhere.coordinator, undefined)).length).toBe(0);
    const [newest] = await listBulks.as(station.coordinator, undefined);
    expect(newest).toMatchObject({ id: bulkId, state: "queued", total: COUNT });
    const job = "select data from pgboss.job where name = 'bulk' and data->>'bulkId' = $1";
    const { officerId } = station.health;
    expect((await owner.query(job, [bulkId])).rows).toEqual([{ data: { bulkId, officerId } }]);
  });

  it("is paused and goes on, and two of one cluster are not started at once", async () => {
    const [running] = await listBulks.as(station.health, undefined);
    const bulkId = running?.id ?? "";
    const { checked } = await judgeSample(station.health);
    if (!checked.ok) throw new Error("not checked");
    const second = await startBulk.as(station.health, { bulkId: checked.data.bulkId });
    expect(second).toMatchObject({ ok: false, error: { reason: "clusterBusy" } });
    expect(await pauseBulk.as(station.health, { bulkId })).toMatchObject({ ok: true });
    const paused = await pauseBulk.as(station.health, { bulkId });
    expect(paused).toMatchObject({ ok: false, error: { reason: "bulkState" } });
    expect(await resumeBulk.as(station.health, { bulkId })).toMatchObject({ ok: true });
    expect(await taskNow(owner, tasks[0]?.id ?? "")).toMatchObject({ state: "correcting" });
  });
});
