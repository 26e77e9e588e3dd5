import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callFunction } from "@/lib/server/core/db";
import { contentHash } from "@/lib/server/handovers/hash";
import { readReturn } from "@/lib/server/tasks/read-return";
import { confirmTask } from "@/lib/server/tasks/verify";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { downloadHandover, receiveHandover, signHandover } from "./commands";
import { getHandover, listHandovers, listReady } from "./queries";

const owner = ownerClient();
let station: Station;
let next: () => MadeTask;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  next = oneByOne(await makeTasks(owner, station, Array(12).fill(OTHER_NAME)));
});
afterAll(() => owner.end());

type Answer<T> = { ok: true; data: T } | { ok: false; error: { code: string; reason?: string } };

function dataOf<T>(result: Answer<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.reason}`);
  return result.data;
}

/** Police say that the registry's person is the right one. */
async function confirm(task: MadeTask, version = task.version) {
  const choices = { fullName: { choice: "registry" } };
  const { id: taskId, personId } = task;
  dataOf(await confirmTask.as(station.police, { taskId, version, personId, choices }));
}

async function signOf(count: number): Promise<{ handoverId: string; tasks: MadeTask[] }> {
  const tasks = Array.from({ length: count }, next);
  for (const task of tasks) await confirm(task);
  const { handoverId } = dataOf(await signHandover.as(station.police, {}));
  const lines = await linesOf(handoverId);
  return { handoverId, tasks: lines.map((id) => tasks.find((one) => one.id === id) as MadeTask) };
}

async function linesOf(handoverId: string): Promise<string[]> {
  const { rows } = await owner.query<{ task_id: string }>(
    "select task_id from handover_line where handover_id = $1 order by line_no",
    [handoverId],
  );
  return rows.map((row) => row.task_id);
}

const REASON = "Số định danh không phải của người đã tiêm";

describe("disputing a line", () => {
  it("goes back to whoever confirmed it with its reason, and the rest is received", async () => {
    const { handoverId, tasks } = await signOf(3);
    const disputes = [{ lineNo: 2, reason: REASON }];
    const done = await receiveHandover.as(station.health, { handoverId, version: 1, disputes });
    expect(dataOf(done)).toMatchObject({ lines: 2, disputed: 1 });
    const now = await Promise.all(tasks.map((task) => taskNow(owner, task.id)));
    expect(now.map((one) => one.state)).toEqual(["correcting", "verifying", "correcting"]);
    expect(now[1]).toMatchObject({ force: "police", assigneeId: station.police.officerId });
    const { rows } = await owner.query(
      "select unread_return, returns, last_comment, handover_id from task where id = $1",
      [tasks[1]?.id],
    );
    const came = { unread_return: true, returns: 1, last_comment: REASON, handover_id: null };
    expect(rows).toEqual([came]);
    const [summary] = (await listHandovers.as(station.police)).handovers;
    expect(summary).toMatchObject({ lineCount: 3, disputedCount: 1 });
  });

  it("leaves the signed list as it was: its hash still holds, the dispute stands beside it", async () => {
    const { handoverId, tasks } = await signOf(1);
    const before = await getHandover.as(station.health, handoverId);
    const disputes = [{ lineNo: 1, reason: REASON }];
    dataOf(await receiveHandover.as(station.health, { handoverId, version: 1, disputes }));
    const paper = await getHandover.as(station.health, handoverId);
    expect(paper).toMatchObject({ intact: true, lines: before.lines });
    expect(contentHash(paper.lines)).toBe(before.contentHash);
    const { lineNo, reason, byName } = paper.disputes[0] ?? {};
    expect({ lineNo, reason, byName }).toEqual({
      lineNo: 1,
      reason: REASON,
      byName: "Lý Thị Trạm",
    });
    await confirmAgainOnNewList(tasks[0] as MadeTask, handoverId);
  });

  async function confirmAgainOnNewList(task: MadeTask, first: string) {
    const { version } = await taskNow(owner, task.id);
    const { id: taskId, personId } = task;
    const choices = { fullName: { choice: "registry" } };
    const again = { taskId, version, personId, choices };
    const unread = await confirmTask.as(station.police, again);
    expect(unread).toMatchObject({ error: { code: "RULE", reason: "read" } });
    dataOf(await readReturn.as(station.police, { taskId, version }));
    dataOf(await confirmTask.as(station.police, again));
    const second = dataOf(await signHandover.as(station.police, {}));
    expect(second.handoverId).not.toBe(first);
    expect(await linesOf(second.handoverId)).toEqual([taskId]);
    expect(await linesOf(first)).toEqual([taskId]);
  }

  it("needs a reason, and a line that is on the list", async () => {
    const { handoverId } = await signOf(1);
    const of = { handoverId, version: 1 };
    const without = { ...of, disputes: [{ lineNo: 1, reason: " " }] };
    expect(await receiveHandover.as(station.health, without)).toMatchObject({
      error: { code: "INVALID", fields: { "disputes.0.reason": { code: "commentNeeded" } } },
    });
    const beyond = { ...of, disputes: [{ lineNo: 7, reason: REASON }] };
    expect(await receiveHandover.as(station.health, beyond)).toMatchObject({
      error: { code: "RULE", reason: "lineGone" },
    });
    expect((await getHandover.as(station.health, handoverId)).receivedAt).toBeNull();
    dataOf(await receiveHandover.as(station.health, of));
  });
});

describe("choosing what goes on a list", () => {
  it("signs what was chosen and leaves the rest, unless something changed since it was seen", async () => {
    const tasks = Array.from({ length: 3 }, next);
    for (const task of tasks) await confirm(task);
    const { lines, hamlets } = await listReady.as(station.police, null);
    expect(lines).toHaveLength(3);
    expect(hamlets).toEqual([{ id: "-", name: null, people: 3 }]);
    expect(lines.map((line) => line.confirmedBy)).toEqual(Array(3).fill("Trịnh Văn An"));
    const [a, b] = lines.map(({ taskId, version }) => ({ taskId, version }));
    const stale = await signHandover.as(station.police, {
      tasks: [a, { taskId: b?.taskId, version: (b?.version ?? 0) - 1 }],
    });
    expect(stale).toMatchObject({ error: { code: "CONFLICT", reason: "listChanged" } });
    const signed = dataOf(await signHandover.as(station.police, { tasks: [a, b] }));
    expect(signed.lines).toBe(2);
    expect((await listReady.as(station.police, null)).lines).toHaveLength(1);
    expect((await listReady.as(station.police, "-")).lines).toHaveLength(1);
  });

  it("shows nothing of it to another commune", async () => {
    const unit = await makeCommune(owner, station.commune.province);
    const stranger = await makeOfficer(owner, { role: "police", unit });
    expect(await listReady.as(stranger, null)).toEqual({ lines: [], hamlets: [] });
  });
});

it("writes down who took a list away as a file, and that numbers were masked", async () => {
  const { handovers } = await listHandovers.as(station.coordinator);
  const handoverId = handovers[0]?.id ?? "";
  dataOf(await downloadHandover.as(station.coordinator, { handoverId }));
  const { rows } = await owner.query(
    "select detail from audit_entry where command = 'handover.download' and entity_id = $1",
    [handoverId],
  );
  expect(rows).toEqual([{ detail: { lines: handovers[0]?.lineCount, masked: true } }]);
});

describe("the application's login", () => {
  it.each([
    ["change a line", "update handover_line set content = '{}'"],
    ["take a line away", "delete from handover_line"],
    ["change what was signed", "update handover set content_hash = ''"],
    ["sign for somebody else", "update handover set signed_name = ''"],
    ["take a list away", "delete from handover"],
    ["change why a line was disputed", "update handover_dispute set reason = ''"],
    ["take a dispute back", "delete from handover_dispute"],
    ["call a signature verified", "update handover_signature set verified = true"],
  ])("can't %s", async (_, text) => {
    await expect(callFunction(text, [])).rejects.toMatchObject({ code: "42501" });
  });
});
