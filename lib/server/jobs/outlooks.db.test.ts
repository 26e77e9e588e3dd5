import { afterAll, beforeAll, expect, it } from "vitest";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { addBatch, addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { foldProgress } from "@/lib/server/progress/fold";
import { getOutlook } from "@/lib/server/progress/outlook";
import { getProgress } from "@/lib/server/progress/queries";
import { setTarget, withdrawTarget } from "@/lib/server/progress/targets";
import { makeCommune, makeOfficer, makeProvince } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { forecastUnits } from "./outlooks";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** Ten closed on every working day of so many weeks, and some open now. */
async function makeUnits(weeks: number) {
  const province = await makeProvince(owner);
  const commune = await makeCommune(owner, province);
  const batchId = await addBatch(owner, commune);
  for (let n = 0; n < 30; n += 1) {
    const recordId = await addRecord(owner, { batchId, unit: commune, outcome: "review" });
    await addTask(owner, { recordId, unit: commune, state: "verifying", force: "police" });
  }
  await foldProgress();
  await owner.query(
    `insert into progress_day (parent_path, unit_path, day, event, people, doses, minutes)
     select parent_path(p.path), p.path, d::date, 'corrected', 10, 0, 10 from unnest($1::text[]) p(path)
     cross join generate_series(current_date - $2::int, current_date - 1, interval '1 day') d
     where extract(isodow from d) < 6`,
    [[province.path, commune.path], weeks * 7],
  );
  const leader = await makeOfficer(owner, { role: "leader", unit: province });
  return { province, commune, leader };
}

const { day } = clockThere(new Date());
const atNoon = new Date(`${day}T05:00:00Z`);

it("forecasts every unit once a day, for the table of the unit above it", async () => {
  const long = await makeUnits(10);
  const short = await makeUnits(2);
  expect(await forecastUnits(new Date(`${day}T02:00:00+07:00`))).toBe(0);
  expect(await forecastUnits(atNoon)).toBeGreaterThanOrEqual(4);
  expect(await forecastUnits(atNoon)).toBe(0);
  const [child] = (await getProgress.as(long.leader, undefined)).children;
  expect(child?.outlook).toMatchObject({ kind: "interval" });
  const [other] = (await getProgress.as(short.leader, undefined)).children;
  expect(other?.outlook).toMatchObject({ kind: "plain" });
});

it("says when a unit will be done, and what its target asks for", async () => {
  const { province, commune, leader } = await makeUnits(10);
  const before = await getOutlook.as(leader, commune.id);
  expect(before).toMatchObject({ people: 30, minutes: 30, target: null, needed: null });
  expect(before.end.kind).toBe("interval");
  expect(before.peoplePerDay).toBeGreaterThan(5);
  expect(before.history.at(-1)).toEqual({ day, open: 30 });
  expect(before.ahead[0]).toEqual({ day, low: 30, likely: 30, high: 30 });
  const target = { unitId: province.id, deadline: "2099-12-31", percent: 95 };
  expect(await setTarget.as(leader, target)).toMatchObject({ ok: true });
  const after = await getOutlook.as(leader, commune.id);
  expect(after.target).toMatchObject({ unitPath: province.path, percent: 95 });
  expect(after.needed?.people).toBeGreaterThan(0);
  const past = { ...target, deadline: "2020-01-01" };
  expect(await setTarget.as(leader, past)).toMatchObject({ error: { reason: "targetPast" } });
  await withdrawTarget.as(leader, { unitId: province.id });
  expect((await getOutlook.as(leader, commune.id)).target).toBeNull();
});

it("lets nobody set the target of a unit elsewhere, nor police any", async () => {
  const { commune } = await makeUnits(2);
  const other = await makeUnits(2);
  const wish = { unitId: commune.id, deadline: "2099-12-31", percent: 100 };
  expect(await setTarget.as(other.leader, wish)).toMatchObject({ error: { code: "NOT_FOUND" } });
  const police = await makeOfficer(owner, { role: "police", unit: commune });
  expect(await setTarget.as(police, wish)).toMatchObject({ error: { code: "FORBIDDEN" } });
});
