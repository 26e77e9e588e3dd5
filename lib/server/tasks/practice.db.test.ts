import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import type { Exercise } from "@/lib/domain/tasks/practice/exercise";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { transaction } from "@/lib/server/core/db";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { findOwnPractice, finishPractice, listPractice } from "./practice";

const owner = ownerClient();
let commune: MadeCommune;
let health: MadeOfficer;
let colleague: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  health = await makeOfficer(owner, { role: "health", unit: commune });
  colleague = await makeOfficer(owner, { role: "police", unit: commune });
});
afterAll(() => owner.end());

function rightAnswer({ step, fields }: Exercise) {
  const value = Object.entries(fields).map(([field, wanted]) => [
    field,
    wanted === "registry"
      ? { choice: "registry", value: "" }
      : { choice: "edit", value: wanted.typed },
  ]);
  return { step, value: Object.fromEntries(value) };
}

const answersOf = (exercises: readonly Exercise[]) =>
  Object.fromEntries(exercises.map((one) => [one.id, rightAnswer(one)]));

const seenBy = (actor: Actor) =>
  transaction(scopeOf(actor), ({ sql }) =>
    sql<{ officer_id: string }>("select officer_id from practice_result"),
  );

describe("finishing the practice", () => {
  it("keeps a score that is judged from the answers, with the mistakes by class", async () => {
    expect(await findOwnPractice.as(health)).toBeNull();
    const answers = { ...answersOf(EXERCISES.health), wrongMonth: { step: "return", value: {} } };
    const total = EXERCISES.health.length;
    const done = await finishPractice.as(health, { answers, minutes: 6, score: 100 });
    expect(done).toMatchObject({ ok: true, data: { score: total - 1, total } });
    expect(await findOwnPractice.as(health)).toMatchObject({
      score: total - 1,
      total,
      minutes: 6,
      mistakes: { typo: 1 },
    });
  });

  it("judges by the exercises of the officer's own force", async () => {
    const done = await finishPractice.as(colleague, {
      answers: answersOf(EXERCISES.health),
      minutes: 1,
    });
    expect(done).toMatchObject({ ok: true, data: { score: 0, total: EXERCISES.police.length } });
  });

  it("shows the latest of several", async () => {
    const answers = answersOf(EXERCISES.police);
    await finishPractice.as(colleague, { answers, minutes: 4 });
    expect(await findOwnPractice.as(colleague)).toMatchObject({ score: EXERCISES.police.length });
  });

  it("refuses what no form sends, and whoever settles no tasks", async () => {
    const refusal = (input: unknown) => finishPractice.as(health, input);
    expect(
      await refusal({ answers: { a: { step: "close", value: {} } }, minutes: 1 }),
    ).toMatchObject({ ok: false, error: { code: "INVALID" } });
    expect(await refusal({ answers: {}, minutes: 0 })).toMatchObject({ ok: false });
    const leader = await makeOfficer(owner, { role: "leader", unit: commune });
    expect(await finishPractice.as(leader, { answers: {}, minutes: 1 })).toEqual({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
  });
});

describe("who sees a result", () => {
  it("is the officer, and who looks after the officers of the area; no colleague, no neighbour", async () => {
    const elsewhere = await makeCommune(owner);
    const roles = [
      ["coordinator", commune.province, true],
      ["admin", commune.province, true],
      ["coordinator", elsewhere.province, false],
      ["leader", commune.province, false],
      ["auditor", commune.province, false],
    ] as const;
    for (const [role, unit, sees] of roles) {
      const actor = await makeOfficer(owner, { role, unit });
      const seen = (await seenBy(actor)).map((row) => row.officer_id);
      expect(seen.includes(health.officerId), `${role} ${unit.name}`).toBe(sees);
      expect(seen.length > 0, role).toBe(sees);
    }
    expect(new Set((await seenBy(colleague)).map((row) => row.officer_id))).toEqual(
      new Set([colleague.officerId]),
    );
  });

  it("reads them for a list of officers, one line each", async () => {
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    const never = await makeOfficer(owner, { role: "health", unit: commune });
    const ids = [health, colleague, never].map(({ officerId }) => officerId);
    const lines = await listPractice.as(coordinator, ids);
    expect(lines.map(({ officerId }) => officerId).sort()).toEqual(ids.slice(0, 2).sort());
  });

  it("goes with an officer whose unit was changed", async () => {
    const [from, to] = [await makeCommune(owner), await makeCommune(owner)];
    const mover = await makeOfficer(owner, { role: "hamlet", unit: from });
    await finishPractice.as(mover, { answers: {}, minutes: 1 });
    await owner.query("update officer set unit_id = $2, unit_path = $3 where id = $1", [
      mover.officerId,
      to.id,
      to.path,
    ]);
    const seen = async (unit: MadeCommune["province"]) =>
      (await seenBy(await makeOfficer(owner, { role: "coordinator", unit }))).length;
    expect([await seen(from.province), await seen(to.province)]).toEqual([0, 1]);
  });

  it("can't be written for somebody else", async () => {
    const forged = transaction(scopeOf(health), ({ sql }) =>
      sql(
        `insert into practice_result (id, officer_id, unit_path, score, total, minutes, mistakes)
         values (gen_random_uuid(), $1, $2, 9, 9, 1, '{}')`,
        [colleague.officerId, commune.path],
      ),
    );
    await expect(forged).rejects.toMatchObject({ code: "42501" });
  });
});
