import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { numberKeys } from "@/lib/domain/matching/blocking";
import { type Sql, transaction } from "@/lib/server/core/db";
import { makeCommune, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  SLIP,
  type Station,
} from "@/prisma/factories/tasks";

const owner = ownerClient();
let here: Station;
let there: Station;
let own: MadeTask[];
let theirs: MadeTask[];
/** Somebody whom no record has been compared with. */
let unrelated: string;
beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
  there = await makeStation(owner);
  own = await makeTasks(owner, here, [SLIP, SLIP]);
  theirs = await makeTasks(owner, there, [SLIP]);
  unrelated = await makePerson(owner, inventPerson());
});
afterAll(() => owner.end());

const as = <T>(actor: Actor, run: (sql: Sql) => Promise<T>) =>
  transaction(scopeOf(actor), ({ sql }) => run(sql));

/** Everybody whom the application's login can read, without any condition. */
async function people(sql: Sql): Promise<string[]> {
  return (await sql<{ id: string }>("select id from person")).map((row) => row.id).sort();
}

const peopleOf = (tasks: MadeTask[]) => tasks.map((task) => task.personId).sort();

describe("a person of the registry", () => {
  it("is read as the candidate of a record of one's own, and otherwise not at all", async () => {
    for (const officer of [here.police, here.health, here.coordinator]) {
      expect(await as(officer, people), officer.role).toEqual(peopleOf(own));
    }
    expect(await as(there.police, people)).toEqual(peopleOf(theirs));
    const { rows } = await owner.query("select id from person where id = $1", [unrelated]);
    expect(rows).toHaveLength(1);
  });

  it("is not read by asking for their number", async () => {
    const [number] = (
      await owner.query("select id_number from person where id = $1", [theirs[0]?.personId])
    ).rows;
    const found = await as(here.police, (sql) =>
      sql("select 1 from person where id_number = $1", [number.id_number]),
    );
    expect(found).toEqual([]);
  });

  it("is nobody's for a neighbour, a hamlet team, a leader or a session without a scope", async () => {
    const { commune } = here;
    const neighbour = await makeCommune(owner, commune.province);
    const hamlet = await makeHamlet(owner, commune, "Ấp 1");
    const strangers = [
      await makeOfficer(owner, { role: "police", unit: neighbour }),
      await makeOfficer(owner, { role: "hamlet", unit: commune, hamlet }),
      await makeOfficer(owner, { role: "leader", unit: commune }),
      await makeOfficer(owner, { role: "admin", unit: commune.province }),
    ];
    for (const officer of strangers) expect(await as(officer, people), officer.role).toEqual([]);
    expect(await transaction(NO_SCOPE, ({ sql }) => people(sql))).toEqual([]);
  });
});

describe("the engine's look into the registry", () => {
  const FIND = "select record_id, person_id from find_candidates(null, $1, $2)";
  const numberKeysOf = async (personId: string | undefined) => {
    const { rows } = await owner.query("select id_number from person where id = $1", [personId]);
    const others = { fullName: null, birthDate: null, sex: null };
    return numberKeys({ ...others, idNumber: rows[0]?.id_number ?? null });
  };
  const find = async (officer: Actor, recordId: string | undefined, personId?: string) => {
    const keys = await numberKeysOf(personId);
    return as(officer, (sql) => sql(FIND, [keys.map(() => recordId), keys]));
  };

  it("answers for a record of one's own, once for each person", async () => {
    const [task] = own;
    const found = await find(here.police, task?.recordId, task?.personId);
    expect(found).toEqual([{ record_id: task?.recordId, person_id: task?.personId }]);
  });

  it("answers nothing for another's record, nor for one that doesn't exist", async () => {
    const [task] = theirs;
    expect(await find(here.police, task?.recordId, task?.personId)).toEqual([]);
    expect(await find(here.police, unrelated, task?.personId)).toEqual([]);
  });

  it("is written down each time, with how many were asked for and found", async () => {
    const last = "select records, people from registry_read order by id desc limit 1";
    await find(here.police, own[0]?.recordId, own[0]?.personId);
    expect((await owner.query(last)).rows).toEqual([{ records: 1, people: 1 }]);
    await find(here.police, theirs[0]?.recordId, theirs[0]?.personId);
    expect((await owner.query(last)).rows).toEqual([{ records: 1, people: 0 }]);
  });
});
