import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addBatch, addRecord, addTask, type TaskWish } from "@/lib/server/handovers/test-rows";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getAreaCounts, getForceWork, getTrend } from "./home";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let commune: MadeCommune;
let batchId: string;

beforeEach(async () => {
  commune = await makeCommune(owner);
  batchId = await addBatch(owner, commune.province);
});

async function addWork(wish: Omit<TaskWish, "recordId" | "unit">): Promise<string> {
  const { hamletId } = wish;
  const recordId = await addRecord(owner, { batchId, unit: commune, outcome: "review", hamletId });
  await addTask(owner, { recordId, unit: commune, ...wish });
  return recordId;
}

/** A day from today on, in Viet Nam. */
async function dayIn(days: number): Promise<string> {
  const { rows } = await owner.query<{ day: string }>(
    "select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::int)::text as day",
    [days],
  );
  return rows[0]?.day ?? "";
}

const officer = (role: MadeOfficer["role"]) => makeOfficer(owner, { role, unit: commune });

describe("an officer of a force", () => {
  it("finds their own first, with what of it is overdue", async () => {
    const health = await officer("health");
    const correcting = { state: "correcting", force: "health" };
    await addWork({ ...correcting, assigneeId: health.officerId, dueIn: -2 });
    await addWork({ ...correcting, assigneeId: health.officerId });
    await addWork({ ...correcting, dueIn: -5 });
    await addWork({ state: "verifying", force: "police" });
    await addWork({ state: "closed", force: "system", resolution: "corrected" });
    expect(await getForceWork.as(health)).toEqual({
      remaining: { whose: "mine", people: 2, overdue: 1 },
      todo: [
        { code: "mine", people: 2, overdue: 1, dueOn: await dayIn(-2) },
        { code: "unit", people: 3, overdue: 2, dueOn: await dayIn(-5) },
      ],
      waiting: [{ code: "verifying", people: 1, overdue: 0 }],
    });
  });

  it("is told first what came back to them and has not been read", async () => {
    const police = await officer("police");
    const wish = { state: "verifying", force: "police" };
    await addWork({ ...wish, assigneeId: police.officerId });
    await addWork({ ...wish, assigneeId: police.officerId, dueIn: -1 });
    const others = await addWork(wish);
    await owner.query(
      "update task set unread_return = true where unit_path = $1 and due_on < now()",
      [commune.path],
    );
    await owner.query("update task set unread_return = true where record_id = $1", [others]);
    const { rows } = await owner.query(
      "select id from task where unread_return and assignee_id = $1",
      [police.officerId],
    );
    const { todo } = await getForceWork.as(police);
    expect(todo[0]).toEqual({ code: "returned", people: 1, overdue: 0, taskId: rows[0].id });
  });

  it("counts only the list of the team's own hamlet", async () => {
    const [mine, other] = [
      await makeHamlet(owner, commune),
      await makeHamlet(owner, commune, "Ấp 4"),
    ];
    const team = await makeOfficer(owner, { role: "hamlet", unit: commune, hamlet: mine });
    for (const hamlet of [mine, other, other]) {
      await addWork({ state: "surveying", force: "hamlet", hamletId: hamlet.id });
    }
    const { todo } = await getForceWork.as(team);
    expect(todo).toMatchObject([{ code: "unit", people: 1, overdue: 0 }]);
  });

  it("is what the query is for: a coordinator has none", async () => {
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    await expect(getForceWork.as(coordinator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("an area", () => {
  it("tells its coordinator what holds others up", async () => {
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    const corrected = await addWork({ state: "publishing", force: "system" });
    const unfinished = await addWork({ state: "correcting", force: "health", standing: 12 });
    for (const recordId of [corrected, unfinished]) {
      await owner.query(
        `insert into correction (id, record_id, field, source) values (gen_random_uuid(), $1, 'sex', 'police')`,
        [recordId],
      );
    }
    await addWork({ state: "new", force: "system", dueIn: -1 });
    await owner.query("update task set escalated_at = now() where record_id = $1", [unfinished]);
    await addRecord(owner, { batchId, unit: commune });
    await owner.query("update import_batch set state = 'failed' where id = $1", [batchId]);
    expect(await getAreaCounts.as(coordinator)).toMatchObject({
      failedImports: 1,
      notCompared: 1,
      undecided: 1,
      readyToPublish: 1,
      unloaded: 0,
      overdue: 1,
      stuck: 1,
      escalated: 1,
      communesWithoutHealth: 0,
      refusals: 0,
    });
  });

  it("tells its administrator where officers are missing", async () => {
    const admin = await makeOfficer(owner, { role: "admin", unit: commune.province });
    await makeCommune(owner, commune.province);
    await officer("health");
    expect(await getAreaCounts.as(admin)).toMatchObject({
      communesWithoutHealth: 1,
      communesWithoutPolice: 2,
    });
  });

  it("tells an auditor what was refused, and nothing about the work", async () => {
    const auditor = await makeOfficer(owner, { role: "auditor", unit: commune.province });
    await addWork({ state: "verifying", force: "police", dueIn: -1 });
    for (const result of ["FORBIDDEN", "done"]) {
      await owner.query(
        `insert into audit_entry (id, unit_path, command, result) values (gen_random_uuid(), $1, 'x', $2)`,
        [commune.path, result],
      );
    }
    expect(await getAreaCounts.as(auditor)).toMatchObject({ refusals: 1, overdue: 0 });
  });
});

describe("the trend", () => {
  it("counts what was closed on each of fourteen days, today last", async () => {
    const leader = await officer("leader");
    const above = await makeOfficer(owner, { role: "leader", unit: commune.province });
    for (let i = 0; i < 3; i++) await addWork({ state: "correcting", force: "health" });
    const close = "update task set state = 'closed', resolution = 'corrected' where unit_id = $1";
    await owner.query(close, [commune.id]);
    for (const one of [leader, above]) {
      const trend = await getTrend.as(one);
      expect(trend.days.map(({ people }) => people)).toEqual([...Array(13).fill(0), 3]);
    }
  });
});
