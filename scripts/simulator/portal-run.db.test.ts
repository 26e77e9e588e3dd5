import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { matchJob } from "@/lib/server/jobs/match";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { type Invented, inventPerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { PortalRegistry } from "./portal.fixture";

const owner = ownerClient();
const registry = new PortalRegistry();
let station: Station;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
afterEach(() => registry.end());
afterAll(() => owner.end());

/** Somebody whose day and month of birth can be taken for each other. */
function inventSwappable(): Invented {
  for (;;) {
    const person = inventPerson();
    const [day = "", month = ""] = person.birthDate.split("/");
    if (Number(day) <= 12 && day !== month) return person;
  }
}

type Damage = (person: Invented) => ListPerson;
const swapped = (date: string) => date.replace(/^(..)\/(..)/, "$2/$1");

let listed = 99;

async function importDamaged(damages: Damage[]) {
  const { province, name: communeName } = station.commune;
  const lines = damages.map((damage) => {
    const person = inventSwappable();
    registry.register(person);
    listed += 1;
    const place = { provinceName: province.name, communeName };
    return { ...person, sex: "Nữ", ...damage(person), ...place, sourceId: `G${listed}` };
  });
  return importList(owner, station.coordinator, { file: csvFile(listRows(lines)) });
}

const rowsOf = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows;

const QUESTIONS = `
  select r.source_id as id, q.number, q.kinds, q.answer, q.purpose, q.officer_id as officer
  from registry_question q join record r on r.id = q.record_id
  where q.run_id = $1 order by r.source_id, q.asked_at, q.number`;

describe("a run with the gateway", () => {
  it("asks with the record as it is, then with each repair, and stops at the first right", async () => {
    await registry.connect();
    const { batchId, runId } = await importDamaged([
      () => ({}),
      ({ idNumber }) => ({ idNumber: idNumber.slice(1) }),
      ({ birthDate }) => ({ birthDate: swapped(birthDate) }),
      () => ({ fullName: "Trần Văn Nam" }),
      () => ({ idNumber: "" }),
      () => ({ documentType: "Hộ chiếu", idNumber: "C1234567" }),
    ]);
    const results = await rowsOf(
      `select r.outcome, r.rule, r.main_class as class, r.score, t.rule as route, t.state
       from record r left join task t on t.record_id = r.id where r.batch_id = $1 order by r.source_id`,
      [batchId],
    );
    const none = { score: null, route: null, state: null };
    expect(results).toEqual([
      { outcome: "matched", rule: "gateway_right", class: "same", ...none },
      { outcome: "repaired", rule: "gateway_right_repaired", class: "leading_zero", ...none },
      { outcome: "repaired", rule: "gateway_right_repaired", class: "swapped_date", ...none },
      {
        outcome: "unmatched",
        rule: "gateway_wrong",
        class: "different",
        score: null,
        route: "policeNotConfirmed",
        state: "verifying",
      },
      {
        outcome: "insufficient",
        rule: "gateway_not_asked",
        class: "missing",
        score: null,
        route: "hamletInsufficient",
        state: "surveying",
      },
      { outcome: "not_applicable", rule: "foreigner", class: "same", ...none },
    ]);

    const asked = await rowsOf(QUESTIONS, [runId]);
    const officer = station.coordinator.officerId;
    const purpose = "vaccination-record-matching";
    expect(new Set(asked.map((one) => `${one.officer} ${one.purpose}`))).toEqual(
      new Set([`${officer} ${purpose}`]),
    );
    const brief = asked.map(({ id, number, kinds, answer }) => [id, number, kinds.join(), answer]);
    expect(brief.slice(0, 3)).toEqual([
      ["G100", 1, "", true],
      ["G101", 1, "", false],
      ["G101", 2, "idNumber.restored", true],
    ]);
    expect(brief.filter(([id]) => id === "G102").at(-1)).toEqual([
      "G102",
      expect.any(Number),
      "birthDate.swapped",
      true,
    ]);
    expect(brief.filter(([id]) => id === "G103").every(([, , , answer]) => !answer)).toBe(true);
    expect(brief.some(([id]) => id === "G104" || id === "G105")).toBe(false);
  });

  it("repairs the record and keeps what the registry answered for the screen", async () => {
    await registry.connect();
    const { batchId } = await importDamaged([({ idNumber }) => ({ idNumber: idNumber.slice(1) })]);
    const [kept] = await rowsOf(
      `select r.id_number, c.source, c.to_value, g.source as read_by, g.answers
       from record r join correction c on c.record_id = r.id join registry_reading g on g.record_id = r.id
       where r.batch_id = $1`,
      [batchId],
    );
    expect(kept).toMatchObject({ source: "engine", to_value: kept.id_number, read_by: "gateway" });
    expect(kept.answers).toMatchObject([
      { kinds: [], idNumber: kept.id_number.slice(1), answer: false },
      { kinds: ["idNumber.restored"], idNumber: kept.id_number, answer: true },
    ]);
    const columns = await rowsOf(
      "select column_name from information_schema.columns where table_name = 'registry_question'",
      [],
    );
    const names = columns.map((one) => one.column_name);
    expect(names.filter((name) => /name|birth|sex|id_number/.test(name))).toEqual([]);
  });
});

describe("a gateway that goes down in the middle of a run", () => {
  it("makes the run wait; later it goes on where it was and asks nothing twice", async () => {
    const first = await registry.connect();
    const { keys } = registry;
    const has = keys.has.bind(keys);
    let left = 5;
    keys.has = (text) => {
      left -= 1;
      if (left === 0) void first.close();
      return has(text);
    };
    const damages = Array.from(
      { length: 8 },
      (): Damage =>
        ({ idNumber }) => ({
          idNumber: idNumber.slice(1),
        }),
    );
    const { batchId, runId } = await importDamaged(damages);
    keys.has = has;
    const run = () =>
      rowsOf("select state, done, waiting_since from match_run where id = $1", [runId]);
    expect(await run()).toMatchObject([{ state: "running", waiting_since: expect.any(Date) }]);
    const before = await rowsOf(QUESTIONS, [runId]);
    const answered = before.filter((one) => one.answer !== null).length;
    expect(answered).toBeGreaterThanOrEqual(4);
    expect(answered).toBeLessThan(16);

    const { officerId } = station.coordinator;
    await matchJob({ runId, officerId });
    expect(await run(), "still down").toMatchObject([{ state: "running" }]);

    await registry.connect();
    await matchJob({ runId, officerId });
    expect(await run()).toMatchObject([{ state: "done", waiting_since: null }]);
    const outcomes = await rowsOf("select outcome from record where batch_id = $1", [batchId]);
    expect(outcomes).toEqual(Array(8).fill({ outcome: "repaired" }));
    const after = (await rowsOf(QUESTIONS, [runId])).filter((one) => one.answer !== null);
    expect(after).toHaveLength(16);
    expect(new Set(after.map((one) => `${one.id} ${one.number}`)).size).toBe(16);
  });
});
