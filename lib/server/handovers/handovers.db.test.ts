import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "@/lib/domain/access/error-code";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { receiveHandover, signHandover } from "./commands";
import { getHandover, listHandovers } from "./queries";
import { addBatch, addRecord, addTask } from "./test-rows";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let commune: MadeCommune;
let police: MadeOfficer;
let health: MadeOfficer;
let batchId: string;

beforeEach(async () => {
  commune = await makeCommune(owner);
  police = await makeOfficer(owner, { role: "police", unit: commune, fullName: "Trịnh Văn An" });
  health = await makeOfficer(owner, { role: "health", unit: commune, fullName: "Lý Thị Trạm" });
  batchId = await addBatch(owner, commune.province);
});

const NUMBER = "079185001234";

/** A task that police have confirmed and that waits for a list. */
async function confirmOne(fullName = "Nguyễn Thị Hòa"): Promise<string> {
  const recordId = await addRecord(owner, { batchId, unit: commune });
  const confirmed = { fullName, birthDate: "12/03/1985", sex: "female", idNumber: NUMBER };
  return addTask(owner, { recordId, unit: commune, state: "handover", force: "police", confirmed });
}

function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.reason}`);
  return result.data;
}

async function sign() {
  return dataOf(await signHandover.as(police, {}));
}

async function statesOf(handoverId: string): Promise<string[]> {
  const { rows } = await owner.query<{ state: string }>(
    "select t.state from handover_line l join task t on t.id = l.task_id where l.handover_id = $1",
    [handoverId],
  );
  return rows.map((row) => row.state);
}

describe("signing", () => {
  it("puts every confirmed record of the unit on one list, and no other", async () => {
    for (const name of ["Nguyễn Thị Hòa", "Lê Văn Dũng"]) await confirmOne(name);
    const recordId = await addRecord(owner, { batchId, unit: commune });
    await addTask(owner, { recordId, unit: commune, state: "verifying", force: "police" });
    const elsewhere = await makeCommune(owner, commune.province);
    const other = await addRecord(owner, { batchId, unit: elsewhere });
    await addTask(owner, { recordId: other, unit: elsewhere, state: "handover", force: "police" });

    const { handoverId, no, lines } = await sign();
    expect([no, lines]).toEqual([1, 2]);
    const paper = await getHandover.as(police, handoverId);
    expect(paper.lines.map((line) => line.fullName)).toEqual(["Nguyễn Thị Hòa", "Lê Văn Dũng"]);
    expect(paper.lines.map((line) => line.lineNo)).toEqual([1, 2]);
    expect((await listHandovers.as(police)).counts).toEqual({
      unsigned: 0,
      unreceived: 2,
      lists: 1,
    });
  });

  it("refuses where nothing waits", async () => {
    const result = await signHandover.as(police, {});
    expect(result).toMatchObject({ error: { code: "RULE", reason: "nothingToHandOver" } });
  });

  it("is for police alone", async () => {
    await confirmOne();
    expect(await signHandover.as(health, {})).toMatchObject({ error: { code: "FORBIDDEN" } });
  });

  it("signs each record once when two officers sign at once, and numbers without a gap", async () => {
    for (let i = 0; i < 4; i++) await confirmOne();
    const other = await makeOfficer(owner, { role: "police", unit: commune });
    const results = await Promise.all([police, other].map((by) => signHandover.as(by, {})));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const { rows } = await owner.query(
      `select count(*)::int as lines, count(distinct task_id)::int as tasks from handover_line
       where unit_path = $1`,
      [commune.path],
    );
    expect(rows).toEqual([{ lines: 4, tasks: 4 }]);
    await confirmOne();
    expect((await sign()).no).toBe(2);
  });
});

describe("the content's hash", () => {
  it("is taken over the lines as they are kept", async () => {
    await confirmOne();
    const { handoverId } = await sign();
    expect(await getHandover.as(health, handoverId)).toMatchObject({ intact: true });
  });

  it("tells when a line was changed afterwards", async () => {
    await confirmOne();
    const { handoverId } = await sign();
    await owner.query(
      `update handover_line set content = content || '{"fullName":"Lê Thị Khác"}' where handover_id = $1`,
      [handoverId],
    );
    expect(await getHandover.as(health, handoverId)).toMatchObject({ intact: false });
  });
});

describe("receiving", () => {
  it("makes every line work of the health station", async () => {
    for (let i = 0; i < 3; i++) await confirmOne();
    const { handoverId } = await sign();
    const received = dataOf(await receiveHandover.as(health, { handoverId, version: 1 }));
    expect(received.lines).toBe(3);
    expect(await statesOf(handoverId)).toEqual(Array(3).fill("correcting"));
    expect((await getHandover.as(health, handoverId)).receivedName).toBe("Lý Thị Trạm");
  });

  it("lets one of two win, and names the winner to the other", async () => {
    await confirmOne();
    const { handoverId } = await sign();
    const other = await makeOfficer(owner, {
      role: "health",
      unit: commune,
      fullName: "Bùi Văn Y",
    });
    const both = [health, other];
    const results = await Promise.all(
      both.map((by) => receiveHandover.as(by, { handoverId, version: 1 })),
    );
    const winner = both[results.findIndex((result) => result.ok)];
    const lost = results.filter((result) => !result.ok);
    expect(lost).toEqual([
      {
        ok: false,
        error: {
          code: "CONFLICT",
          reason: "alreadyReceived",
          params: { name: winner?.fullName },
        },
      },
    ]);
    expect(await statesOf(handoverId)).toEqual(["correcting"]);
  });

  it("is not found by a station of another commune", async () => {
    await confirmOne();
    const { handoverId } = await sign();
    const stranger = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
    const result = await receiveHandover.as(stranger, { handoverId, version: 1 });
    expect(result).toMatchObject({ error: { code: "NOT_FOUND" } });
  });

  it("leaves a record that came back and was confirmed again to a list of its own", async () => {
    const taskId = await confirmOne();
    const first = await sign();
    dataOf(await receiveHandover.as(health, { handoverId: first.handoverId, version: 1 }));
    // Sent back to police, who confirm once more: both keep the list that the record was on.
    await owner.query("update task set state = 'handover', force = 'police' where id = $1", [
      taskId,
    ]);
    expect((await listHandovers.as(police)).counts).toMatchObject({ unsigned: 1, unreceived: 0 });
    const second = await sign();
    expect([second.no, second.lines]).toEqual([2, 1]);
  });
});

describe("numbers on the paper", () => {
  it("are read as signed by the two offices, and masked for whoever coordinates", async () => {
    await confirmOne();
    const { handoverId } = await sign();
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    const read = async (by: MadeOfficer) =>
      (await getHandover.as(by, handoverId)).lines.map((line) => line.idNumber);
    expect(await read(police)).toEqual([NUMBER]);
    expect(await read(health)).toEqual([NUMBER]);
    expect(await read(coordinator)).toEqual(["0791****1234"]);
  });
});
