import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { submitTask } from "./correct";

const owner = ownerClient();
let station: Station;
let aSlip: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(5).fill(SLIP)));
});
afterAll(() => owner.end());

function inputOf({ id: taskId, version, personId }: MadeTask) {
  return { taskId, version, personId, choices: { fullName: { choice: "registry" } } };
}

async function eventsOf({ id }: MadeTask): Promise<string[]> {
  const { rows } = await owner.query(
    "select event from task_event where task_id = $1 order by version",
    [id],
  );
  return rows.map((row) => row.event);
}

describe("a request that is sent again with its key", () => {
  it("is done once and answered as the first time, even after the task has moved on", async () => {
    const task = aSlip();
    const first = await submitTask.as(station.health, inputOf(task), "key-0000001");
    expect(first).toMatchObject({ ok: true, data: { state: "publishing" } });
    const again = await submitTask.as(station.health, inputOf(task), "key-0000001");
    expect(again).toEqual(first);
    expect(await eventsOf(task)).toEqual(["assign", "submit", "pass"]);
  });

  it("is done once when it comes ten times at the same moment", async () => {
    const task = aSlip();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => submitTask.as(station.health, inputOf(task), "key-0000002")),
    );
    expect(all[0]).toMatchObject({ ok: true });
    for (const one of all) expect(one).toEqual(all[0]);
    expect(await eventsOf(task)).toEqual(["assign", "submit", "pass"]);
  });

  it("is refused when the key was another request's, and changes nothing", async () => {
    const [task, other] = [aSlip(), aSlip()];
    await submitTask.as(station.health, inputOf(task), "key-0000003");
    const refused = await submitTask.as(station.health, inputOf(other), "key-0000003");
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "keyReused" } });
    expect((await taskNow(owner, other.id)).state).toBe("correcting");
  });

  it("is tried again when it was refused, and another officer's key is another key", async () => {
    const task = aSlip();
    const stale = { ...inputOf(task), version: task.version + 5 };
    const refused = await submitTask.as(station.health, stale, "key-0000004");
    expect(refused).toMatchObject({ error: { code: "CONFLICT" } });
    const colleague = await makeOfficer(owner, { role: "health", unit: station.commune });
    const done = await submitTask.as(colleague, inputOf(task), "key-0000003");
    expect(done).toMatchObject({ ok: true, data: { state: "publishing" } });
  });
});
