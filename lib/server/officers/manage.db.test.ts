import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { findActor } from "@/lib/server/core/session";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { inviteOfficer, setOfficerApprover, setOfficerDisabled } from "./commands";
import { getOfficer, listOfficers, listUnitChoices } from "./queries";

const owner = ownerClient();
let commune: MadeCommune;
let elsewhere: MadeCommune;
let admin: MadeOfficer;
let coordinator: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  elsewhere = await makeCommune(owner);
  admin = await makeOfficer(owner, { role: "admin", unit: commune.province });
  coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
});
afterAll(() => owner.end());

describe("locking an account", () => {
  it("ends its sessions at once; opening it again lets the officer sign in", async () => {
    const officer = await makeOfficer(owner, { role: "police", unit: commune });
    const session = await makeSession(owner, officer.officerId);
    const { officerId } = officer;
    expect(
      await setOfficerDisabled.as(coordinator, { officerId, version: 1, disabled: true }),
    ).toMatchObject({
      ok: true,
    });
    expect(await findActor(session)).toBeNull();
    await setOfficerDisabled.as(coordinator, { officerId, version: 2, disabled: false });
    expect(await findActor(session)).toBeNull();
    expect(await findActor(await makeSession(owner, officerId))).not.toBeNull();
  });
});

describe("whose account one may manage", () => {
  const lock = (actor: Actor, officerId: string) =>
    setOfficerDisabled.as(actor, { officerId, version: 1, disabled: true });
  const refusal = (reason: string) => ({ ok: false, error: { code: "RULE", reason } });

  it("is not one above, of which a link would give the reins", async () => {
    expect(await inviteOfficer.as(coordinator, { officerId: admin.officerId })).toMatchObject(
      refusal("roleNotYours"),
    );
    expect(await lock(coordinator, admin.officerId)).toMatchObject(refusal("roleNotYours"));
  });

  it("is not one's own", async () => {
    expect(await inviteOfficer.as(admin, { officerId: admin.officerId })).toMatchObject(
      refusal("notYourself"),
    );
    expect(await lock(admin, admin.officerId)).toMatchObject(refusal("notYourself"));
  });

  it("is none outside the area, which look as if they didn't exist", async () => {
    const { officerId } = await makeOfficer(owner, { role: "health", unit: elsewhere });
    const missing = { ok: false, error: { code: "NOT_FOUND" } };
    expect(await inviteOfficer.as(admin, { officerId })).toMatchObject(missing);
    expect(await lock(admin, officerId)).toMatchObject(missing);
    await expect(getOfficer.as(admin, officerId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("gives no link to a locked account", async () => {
    const { officerId } = await makeOfficer(owner, { role: "health", unit: commune });
    await lock(admin, officerId);
    expect(await inviteOfficer.as(admin, { officerId })).toMatchObject({
      error: { code: "CONFLICT" },
    });
  });
});

describe("the list of officers", () => {
  it("goes forward and back in pages, each officer once", async () => {
    const own = await makeCommune(owner);
    const chief = await makeOfficer(owner, { role: "admin", unit: own.province });
    for (let n = 0; n < 60; n++) {
      await makeOfficer(owner, {
        role: "health",
        unit: own,
        username: `trang.${own.id}.${100 + n}`,
      });
    }
    const first = await listOfficers.as(chief, {});
    const second = await listOfficers.as(chief, { after: first.next ?? "" });
    const names = [...first.rows, ...second.rows].map((officer) => officer.username);
    expect(names).toHaveLength(61);
    expect(new Set(names).size).toBe(61);
    expect([first.previous, second.next]).toEqual([null, null]);
    const again = await listOfficers.as(chief, { before: second.previous ?? "" });
    expect(again).toEqual({ ...first, previous: null });
  });

  it("is filtered by words, role and state, within the area", async () => {
    const own = await makeCommune(owner);
    const chief = await makeOfficer(owner, { role: "admin", unit: own.province });
    const wanted = await makeOfficer(owner, {
      role: "police",
      unit: own,
      fullName: "Đặng Thị Ánh",
    });
    await makeOfficer(owner, { role: "health", unit: elsewhere, fullName: "Đặng Thị Ánh" });
    const found = async (filter: object) =>
      (await listOfficers.as(chief, filter)).rows.map((officer) => officer.id);
    expect(await found({ q: "thị ánh" })).toEqual([wanted.officerId]);
    expect(await found({ role: "police" })).toEqual([wanted.officerId]);
    expect(await found({ state: "disabled" })).toEqual([]);
  });
});

it("offers the units of the area only, from the widest", async () => {
  const { id, province } = commune;
  const own = await listUnitChoices.as(admin, undefined);
  expect(own.map((unit) => unit.id)).toEqual([province.id, id]);
  expect(await listUnitChoices.as(admin, elsewhere.province.id)).toEqual(own);
});

describe("approving", () => {
  const approverNow = async (id: string) => (await getOfficer.as(admin, id)).approver;

  it("is given to an officer and taken away again, by the version that was seen", async () => {
    const { officerId } = await makeOfficer(owner, { role: "health", unit: commune });
    expect(await approverNow(officerId)).toBe(false);
    const given = { officerId, version: 1, approver: true };
    expect(await setOfficerApprover.as(admin, given)).toMatchObject({ ok: true });
    expect(await approverNow(officerId)).toBe(true);
    const race = { error: { code: "CONFLICT", reason: "race" } };
    expect(await setOfficerApprover.as(admin, given)).toMatchObject(race);
    const taken = { officerId, version: 2, approver: false };
    expect(await setOfficerApprover.as(admin, taken)).toMatchObject({ ok: true });
    expect(await approverNow(officerId)).toBe(false);
  });

  it("is not given to roles that never approve, to oneself, or beyond the area", async () => {
    const give = (officerId: string, by = admin) =>
      setOfficerApprover.as(by, { officerId, version: 1, approver: true });
    const leader = await makeOfficer(owner, { role: "leader", unit: commune });
    expect(await give(leader.officerId)).toMatchObject({ error: { reason: "roleNoApproval" } });
    const self = await give(coordinator.officerId, coordinator);
    expect(self).toMatchObject({ error: { code: "RULE", reason: "notYourself" } });
    const stranger = await makeOfficer(owner, { role: "health", unit: elsewhere });
    expect(await give(stranger.officerId)).toMatchObject({ error: { code: "NOT_FOUND" } });
    const health = await makeOfficer(owner, { role: "health", unit: commune });
    expect(await give(stranger.officerId, health)).toMatchObject({ error: { code: "FORBIDDEN" } });
  });
});
