import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import type { Proposable } from "@/lib/domain/tasks/states";
import { transaction } from "@/lib/server/core/db";
import {
  type ApprovingStation,
  makeApprovingStation,
  sendCorrected,
} from "@/prisma/factories/approvals";
import type { MadeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { EVERYTHING, NONE, setShares } from "@/prisma/factories/sampling";
import {
  type MadeTask,
  makeTask,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  taskNow,
} from "@/prisma/factories/tasks";
import { listApprovals } from "./approvals";
import { approveTask, returnApproval } from "./approve";
import { submitTask } from "./correct";
import { getTaskDetail } from "./detail";
import { moveTask } from "./move";
import { listPublications } from "./publication-queries";
import { preparePublication } from "./publications";
import { readReturn } from "./read-return";
import { getTask } from "./task-row";

const owner = ownerClient();
let station: ApprovingStation;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(3).fill(SLIP)));
  await setShares(owner, EVERYTHING);
});
afterAll(() => owner.end());

const comment = "Họ đệm chưa đúng";
const waiting = () => sendCorrected(owner, station, aSlip());
const approve = (by: MadeOfficer, { id: taskId, version }: MadeTask) =>
  approveTask.as(by, { taskId, version });
const sendBack = (by: MadeOfficer, { id: taskId, version }: MadeTask, words = comment) =>
  returnApproval.as(by, { taskId, version, comment: words });

async function eventsOf({ id }: MadeTask) {
  const { rows } = await owner.query(
    "select event, by_owner as by, by_id from task_event where task_id = $1 order by version",
    [id],
  );
  return rows.map((row) => `${row.event} ${row.by}`);
}

describe("a correction that the sample takes", () => {
  it("waits for another officer, is in no file, and goes to its source once approved", async () => {
    const task = await waiting();
    expect(task.state).toBe("approving");
    expect(await taskNow(owner, task.id)).toMatchObject({ force: "approver", assigneeId: null });
    const { ready } = await listPublications.as(station.coordinator);
    expect(ready).toEqual([]);
    const file = await preparePublication.as(station.coordinator, { batchId: task.batchId });
    expect(file).toMatchObject({ error: { reason: "nothingToPublish" } });

    expect(await approve(station.approver, task)).toMatchObject({
      ok: true,
      data: { state: "publishing" },
    });
    expect(await eventsOf(task)).toEqual([
      "assign system",
      "submit health",
      "pass system",
      "approve approver",
    ]);
    const { rows } = await owner.query(
      "select by_id from task_event where event = 'approve' and task_id = $1",
      [task.id],
    );
    expect(rows[0]?.by_id).toBe(station.approver.officerId);
    const then = await listPublications.as(station.coordinator);
    expect(then.ready).toMatchObject([{ batchId: task.batchId, records: 1 }]);
  });

  it("goes back to whoever sent it with words that have to be read, and is looked at again", async () => {
    const task = await waiting();
    expect(await sendBack(station.approver, task, "  ")).toMatchObject({
      error: { code: "INVALID", fields: { comment: { code: "commentNeeded" } } },
    });
    expect(await sendBack(station.approver, task)).toMatchObject({
      ok: true,
      data: { state: "correcting" },
    });
    const back = await taskNow(owner, task.id);
    expect(back).toMatchObject({ force: "health", assigneeId: station.health.officerId });

    const input = { taskId: task.id, version: back.version, personId: task.personId, choices: {} };
    expect(await submitTask.as(station.health, input)).toMatchObject({ error: { reason: "read" } });
    expect((await getTaskDetail.as(station.health, task.id)).lastComment).toBe(comment);
    await readReturn.as(station.health, input);
    // Even if the sample would not take it any more.
    await setShares(owner, NONE);
    expect(await submitTask.as(station.health, input)).toMatchObject({
      ok: true,
      data: { state: "approving" },
    });
    await setShares(owner, EVERYTHING);
  });

  it("keeps its doses whatever is decided", async () => {
    const task = await waiting();
    await sendBack(station.approver, task);
    const { rows } = await owner.query("select count(*)::int as n from dose where record_id = $1", [
      task.recordId,
    ]);
    expect(rows[0]?.n).toBe(1);
  });
});

/** The police give up on a task: somebody else is asked whether it may be closed. */
async function proposedClosing(proposed: Proposable): Promise<MadeTask> {
  const task = await makeTask(owner, station, OTHER_NAME);
  const { police } = station;
  await transaction(scopeOf(police), async ({ sql }) => {
    const row = await getTask(sql, task.id);
    await moveTask(sql, row, { event: "giveUp", by: "police", actor: police, proposed, comment });
  });
  return { ...task, ...(await taskNow(owner, task.id)) };
}

describe("a closing that somebody proposes", () => {
  it.each(["deceased", "notApplicable"] as const)(
    "%s: is closed as that once approved",
    async (proposed) => {
      const task = await proposedClosing(proposed);
      expect(task.state).toBe("approving");
      const lines = (await listApprovals.as(station.approver, {})).lines;
      expect(lines.find((line) => line.id === task.id)).toMatchObject({
        proposed,
        by: "Trịnh Văn An",
      });
      expect(await approve(station.approver, task)).toMatchObject({
        ok: true,
        data: { state: "closed" },
      });
      expect(await taskNow(owner, task.id)).toMatchObject({
        state: "closed",
        resolution: proposed,
      });
    },
  );

  it("goes back to the police officer who proposed it", async () => {
    const task = await proposedClosing("deceased");
    expect(await sendBack(station.approver, task)).toMatchObject({ data: { state: "verifying" } });
    expect(await taskNow(owner, task.id)).toMatchObject({
      state: "verifying",
      resolution: null,
      assigneeId: station.police.officerId,
    });
  });

  it("is not approved by whoever proposed it", async () => {
    const task = await proposedClosing("deceased");
    const refused = await approve({ ...station.police, approver: true }, task);
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "notOwnWork" } });
  });
});
