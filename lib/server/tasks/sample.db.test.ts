import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { isSampled } from "@/lib/domain/tasks/sampling";
import { callFunction, transaction } from "@/lib/server/core/db";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
} from "@/prisma/factories/approvals";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { EVERYTHING, NONE, setShares } from "@/prisma/factories/sampling";
import { type MadeTask, makeStation, makeTasks, SLIP, taskNow } from "@/prisma/factories/tasks";
import { approveTask, returnApproval } from "./approve";
import { submitTask } from "./correct";
import { readReturn } from "./read-return";
import { undoTask } from "./undo";

const owner = ownerClient();
let station: ApprovingStation;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
});
afterAll(() => owner.end());

interface Sample {
  version: number;
  officer_id: string;
  score: number | null;
  share: number;
  sampled: boolean;
}

async function samplesOf({ id }: MadeTask): Promise<Sample[]> {
  const { rows } = await owner.query<Sample>(
    "select version, officer_id, score, share, sampled from approval_sample where task_id = $1 order by version",
    [id],
  );
  return rows;
}

async function sendMany(of: ApprovingStation, count: number): Promise<MadeTask[]> {
  const sent: MadeTask[] = [];
  for (const task of await makeTasks(owner, of, Array(count).fill(SLIP))) {
    sent.push(await sendCorrected(owner, of, task));
  }
  return sent;
}

describe("the sample", () => {
  it("is drawn from task, version and the installation's seed alone, and can be drawn again", async () => {
    await setShares(owner, { low: 0.5, middle: 0.5, high: 0.5, newOfficer: 0.5 });
    const tasks = await sendMany(station, 24);
    const { rows } = await owner.query<{ seed: string }>("select seed from approval_seed");
    const keyed = (text: string) =>
      createHmac("sha256", rows[0]?.seed ?? "")
        .update(text)
        .digest("hex");
    for (const task of tasks) {
      const [sample, ...more] = await samplesOf(task);
      if (!sample) throw new Error("nothing was drawn");
      expect(more).toEqual([]);
      const again = isSampled({ id: task.id, version: sample.version }, sample.share, keyed);
      expect(sample.sampled).toBe(again);
      expect(task.state).toBe(again ? "approving" : "publishing");
      expect(sample).toMatchObject({ share: 0.5, officer_id: station.health.officerId });
      // The version that the engine compared: what comes before the passing itself.
      expect(sample.version).toBe(task.version - 1);
    }
    const states = new Set(tasks.map((task) => task.state));
    expect([...states].sort()).toEqual(["approving", "publishing"]);
  });

  it("goes by the score that made the task, not by the one after the correction", async () => {
    await setShares(owner, { ...NONE, lowBelow: 0, middleBelow: 1 });
    const [task] = await sendMany(station, 1);
    if (!task) throw new Error("a task");
    const { rows } = await owner.query<{ first: number; now: number }>(
      `select (select k.score from match_result m join match_candidate k on k.result_id = m.id and k.rank = 1
         where m.record_id = r.id order by m.created_at, m.id limit 1) as first, r.score as now
       from record r where r.id = $1`,
      [task.recordId],
    );
    const [sample] = await samplesOf(task);
    expect(sample?.score).toBe(rows[0]?.first);
    expect(sample?.score).not.toBe(rows[0]?.now);
    expect(sample?.score).toBeGreaterThan(0);
  });

  it("takes more of an officer who is new, and more of one who errs often", async () => {
    const own = await makeApprovingStation(owner);
    await setShares(owner, {
      ...NONE,
      newOfficer: 1,
      newUntil: 5,
      oftenWrong: 0.9,
      errorsAbove: 0.5,
    });
    const tasks = await sendMany(own, 5);
    for (const task of tasks) {
      expect(task.state).toBe("approving");
      const input = { taskId: task.id, version: task.version, comment: "Sai họ đệm" };
      expect(await returnApproval.as(own.approver, input)).toMatchObject({ ok: true });
    }
    const [late] = await sendMany(own, 1);
    if (!late) throw new Error("a task");
    expect(await samplesOf(late)).toMatchObject([{ share: 0.9 }]);
    // Others of the unit are not held to account for it.
    const colleague = await makeOfficer(owner, { role: "health", unit: own.commune });
    const [other] = await sendMany({ ...own, health: colleague }, 1);
    if (!other) throw new Error("a task");
    expect(await samplesOf(other)).toMatchObject([{ share: 1 }]);
  });
});

describe("nothing is drawn", () => {
  it("where nobody could approve it: it would stand still", async () => {
    await setShares(owner, EVERYTHING);
    const lonely = await makeStation(owner);
    const [task] = await makeTasks(owner, lonely, [SLIP]);
    if (!task) throw new Error("a task");
    // The only one with the task of approving is who corrects it.
    await owner.query("update officer set approver = true where id = $1", [
      lonely.health.officerId,
    ]);
    expect((await sendCorrected(owner, lonely, task)).state).toBe("publishing");
    expect(await samplesOf(task)).toEqual([]);
  });

  it("where nothing was corrected", async () => {
    await setShares(owner, EVERYTHING);
    const [task] = await makeTasks(owner, station, [SLIP]);
    if (!task) throw new Error("a task");
    // The registry has come round to the record meanwhile.
    await owner.query(`update person set full_name = $2 where id = $1`, [
      task.personId,
      "Nguyễn Thị Hoàn",
    ]);
    const input = { taskId: task.id, version: task.version, choices: {} };
    const sent = await submitTask.as(station.health, input);
    expect(sent).toMatchObject({ ok: true, data: { state: "closed" } });
    expect(await samplesOf(task)).toEqual([]);
  });
});

describe("what was looked at once", () => {
  it("is looked at again after each change, however it was taken back", async () => {
    await setShares(owner, EVERYTHING);
    const [task] = await sendMany(station, 1);
    if (!task) throw new Error("a task");
    const { id: taskId, version } = task;
    await approveTask.as(station.approver, { taskId, version });
    await setShares(owner, NONE);
    const approved = await taskNow(owner, taskId);
    const undone = await undoTask.as(station.health, { taskId, version: approved.version });
    expect(undone).toMatchObject({ ok: true });
    expect((await sendCorrected(owner, station, task)).state).toBe("approving");
    expect(await samplesOf(task)).toHaveLength(1);
  });

  it("is drawn anew after an undo while it had not been taken", async () => {
    await setShares(owner, NONE);
    const [task] = await sendMany(station, 1);
    if (!task) throw new Error("a task");
    await undoTask.as(station.health, { taskId: task.id, version: task.version });
    await setShares(owner, EVERYTHING);
    expect((await sendCorrected(owner, station, task)).state).toBe("approving");
    expect((await samplesOf(task)).map((one) => one.sampled)).toEqual([false, true]);
  });

  it("stays so through a return", async () => {
    await setShares(owner, EVERYTHING);
    const [task] = await sendMany(station, 1);
    if (!task) throw new Error("a task");
    const input = { taskId: task.id, version: task.version };
    await returnApproval.as(station.approver, { ...input, comment: "Xem lại" });
    await setShares(owner, NONE);
    const now = await taskNow(owner, task.id);
    await readReturn.as(station.health, { ...input, version: now.version });
    expect((await sendCorrected(owner, station, task)).state).toBe("approving");
  });
});

describe("what was drawn", () => {
  it("is seen in the unit and above it, by nobody without a scope and in no other commune", async () => {
    const count = "select count(*)::int as n from approval_sample";
    const seen = async (scope: Parameters<typeof transaction>[0]) =>
      transaction(scope, async ({ sql }) => (await sql<{ n: number }>(count))[0]?.n);
    expect(await seen(NO_SCOPE)).toBe(0);
    expect(await seen(scopeOf(station.health))).toBeGreaterThan(0);
    expect(await seen(scopeOf(station.coordinator))).toBeGreaterThan(0);
    const stranger = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    expect(await seen(scopeOf(stranger))).toBe(0);
  });

  it("can't be changed afterwards, nor can the application read the seed's table", async () => {
    const refused = { code: "42501" };
    const changing = transaction(scopeOf(station.health), ({ sql }) =>
      sql("update approval_sample set sampled = false"),
    );
    await expect(changing).rejects.toMatchObject(refused);
    await expect(callFunction("select seed from approval_seed", [])).rejects.toMatchObject(refused);
  });
});
