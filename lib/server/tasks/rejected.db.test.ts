import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { compareOne } from "@/lib/server/matching/run";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTask,
  OTHER_NAME,
  type Station,
} from "@/prisma/factories/tasks";
import { rejectCandidate } from "./verify";

const owner = ownerClient();
let station: Station;
let task: MadeTask;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
afterAll(() => owner.end());

beforeEach(async () => {
  task = await makeTask(owner, station, OTHER_NAME);
  const { id: taskId, version, personId } = task;
  const rejected = await rejectCandidate.as(station.police, { taskId, version, personId });
  if (!rejected.ok) throw new Error(`not rejected: ${rejected.error.code}`);
});

/** Compares the record as it stands now: is the person that police have rejected proposed? */
async function isProposed(): Promise<boolean> {
  const compared = await transaction(scopeOf(station.police), ({ sql }) =>
    compareOne(sql, task.recordId, null),
  );
  const { candidates = [] } = compared?.decision ?? {};
  return candidates.some(({ personId }) => personId === task.personId);
}

const change = (table: "record" | "person", set: string) =>
  owner.query(`update ${table} set ${set} where id = $1`, [
    table === "record" ? task.recordId : task.personId,
  ]);

describe("a person who was said not to be the one", () => {
  it("is not proposed again, however often the record is compared", async () => {
    expect(await isProposed()).toBe(false);
    expect(await isProposed()).toBe(false);
  });

  it.each([
    ["the record's name", "record", "full_name = 'Nguyễn Thị Hòa'"],
    ["the record's birth date", "record", "birth_date = birth_date + 1"],
    ["the record's sex", "record", "sex = null"],
    ["the person's name", "person", "full_name = 'Trần Văn Nam'"],
    ["the person's birth date", "person", "birth_date = birth_date + 1"],
    ["the person's sex", "person", "sex = 'male'"],
  ] as const)("may be the one once %s is another", async (_, table, set) => {
    await change(table, set);
    expect(await isProposed()).toBe(true);
  });

  it("may be the one once the record's number is another, and not when it comes back", async () => {
    const { rows } = await owner.query("select id_number from record where id = $1", [
      task.recordId,
    ]);
    const number: string = rows[0]?.id_number;
    const keys = "select count(*)::int as n from not_a_match where record_id = $1";
    expect((await owner.query(keys, [task.recordId])).rows).toEqual([{ n: 1 }]);
    await change("record", `id_number = '${number.slice(1)}'`);
    expect(await isProposed()).toBe(true);
    await change("record", `id_number = '${number}'`);
    expect(await isProposed()).toBe(false);
  });

  it.each([
    ["the record's address and phone", "record", "address = 'Ấp 9', phone = '0900000000'"],
    ["the case of the record's name", "record", "full_name = upper(full_name)"],
    ["the person's address", "person", "address = 'Ấp 9'"],
  ] as const)("stays somebody else when only %s is another", async (_, table, set) => {
    await change(table, set);
    expect(await isProposed()).toBe(false);
  });
});
