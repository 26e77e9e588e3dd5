import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  oneByOne,
  SLIP,
  type Station,
} from "@/prisma/factories/tasks";
import { applyIdentity, type IdentityChange } from "./writes";

const owner = ownerClient();
let station: Station;
let aTask: () => MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  aTask = oneByOne(await makeTasks(owner, station, Array(6).fill(SLIP)));
});
afterAll(() => owner.end());

type Given = Pick<IdentityChange, "field" | "to"> & Partial<IdentityChange>;

function changeOf(task: MadeTask, given: Given): IdentityChange {
  const { recordId, id: taskId } = task;
  return { recordId, taskId, from: null, source: "health", byId: null, ...given };
}

const apply = (changes: IdentityChange[]) =>
  transaction(scopeOf(station.health), ({ sql }) => applyIdentity(sql, changes));

async function recordOf({ recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select full_name, birth_date::text, birth_precision, sex, id_number, phone, address, received
     from record where id = $1`,
    [recordId],
  );
  return rows[0];
}

describe("changing what a record holds", () => {
  it("writes the value and a correction for each field, and leaves the rest", async () => {
    const task = aTask();
    const before = await recordOf(task);
    await apply([
      changeOf(task, { field: "fullName", from: before.full_name, to: "Nguyễn Thị Hòa" }),
      changeOf(task, { field: "sex", from: "female", to: "male" }),
      changeOf(task, { field: "phone", to: "0901234567" }),
      changeOf(task, { field: "address", to: "Ấp 3" }),
      changeOf(task, { field: "idNumber", from: before.id_number, to: "079185001234" }),
    ]);
    expect(await recordOf(task)).toEqual({
      ...before,
      full_name: "Nguyễn Thị Hòa",
      sex: "male",
      phone: "0901234567",
      address: "Ấp 3",
      id_number: "079185001234",
    });
    const { rows } = await owner.query(
      "select field, from_value, to_value from correction where record_id = $1 order by field",
      [task.recordId],
    );
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({ field: "sex", from_value: "female", to_value: "male" });
  });

  it.each([
    ["12/03/1985", "1985-03-12", "day"],
    ["03/1985", "1985-03-01", "month"],
    ["1985", "1985-01-01", "year"],
    [null, null, null],
  ])("keeps how much of a birth date is known: %s", async (to, value, precision) => {
    const task = aTask();
    await apply([changeOf(task, { field: "birthDate", to })]);
    const { birth_date, birth_precision } = await recordOf(task);
    expect([birth_date, birth_precision]).toEqual([value, precision]);
  });

  it("is all or nothing", async () => {
    const task = aTask();
    const before = await recordOf(task);
    const wrong = [
      changeOf(task, { field: "phone", to: "0901234567" }),
      changeOf(task, { field: "birthDate", to: "31/02/1985" }),
    ];
    await expect(apply(wrong)).rejects.toMatchObject({ code: "INVALID" });
    expect(await recordOf(task)).toEqual(before);
    const query = "select 1 from correction where record_id = $1";
    expect((await owner.query(query, [task.recordId])).rows).toEqual([]);
  });
});
