import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { findInvite } from "@/lib/server/access/invites";
import { findActor } from "@/lib/server/core/session";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import { testDatabase } from "@/prisma/factories/database";
import { createOfficer, createOfficers, inviteOfficer, setOfficerDisabled } from "./commands";
import { getOfficer, listOfficers, listUnitChoices } from "./queries";

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
let commune: MadeCommune;
let elsewhere: MadeCommune;
let admin: MadeOfficer;
let coordinator: MadeOfficer;
let serial = 0;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  elsewhere = await makeCommune(owner);
  admin = await makeOfficer(owner, { role: "admin", unit: commune.province });
  coordinator = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
});
afterAll(() => owner.end());

const newName = () => `can.bo.${process.pid}.${serial++}`;

function wish(changes: Record<string, unknown> = {}) {
  return {
    username: newName(),
    fullName: "Trần Thị Thử",
    role: "health",
    unitId: commune.id,
    ...changes,
  };
}

async function problemOf(actor: Actor, changes: Record<string, unknown>) {
  const result = await createOfficer.as(actor, wish(changes));
  return result.ok
    ? null
    : Object.entries(result.error.fields ?? {}).map(([field, { code }]) => [field, code]);
}

async function countOfficers(): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(
    "select count(*) as n from officer where unit_path like $1",
    [`${commune.province.path}%`],
  );
  return Number(rows[0]?.n);
}

describe("one account", () => {
  it("is made in the area, with a link for its first password", async () => {
    const input = wish();
    const made = await createOfficer.as(coordinator, input);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(await findInvite(made.data.token)).toEqual({
      username: input.username,
      fullName: input.fullName,
    });
    const detail = await getOfficer.as(coordinator, made.data.officerId);
    expect(detail).toMatchObject({
      role: "health",
      unitName: commune.name,
      disabled: false,
      lastSignInAt: null,
    });
  });

  it("can't be made outside the area, nor in a unit that doesn't exist: the answer is the same", async () => {
    const unknown = [["unitId", "unitUnknown"]];
    expect(await problemOf(coordinator, { unitId: elsewhere.id })).toEqual(unknown);
    expect(await problemOf(coordinator, { unitId: "no-such-unit" })).toEqual(unknown);
    expect(await problemOf(coordinator, { unitId: "1", role: "leader" })).toEqual(unknown);
  });

  it("can't have a role above its maker's, or one that doesn't exist at that level", async () => {
    const province = commune.province.id;
    expect(await problemOf(coordinator, { role: "admin", unitId: province })).toEqual([
      ["role", "roleNotYours"],
    ]);
    expect(await problemOf(coordinator, { role: "coordinator", unitId: province })).toEqual([
      ["role", "roleNotYours"],
    ]);
    expect(await problemOf(admin, { role: "police", unitId: province })).toEqual([
      ["role", "roleLevel"],
    ]);
    expect(await problemOf(admin, { role: "root" })).toEqual([["role", "roleUnknown"]]);
  });

  it("isn't made by roles that make nobody", async () => {
    const health = await makeOfficer(owner, { role: "health", unit: commune });
    expect(await createOfficer.as(health, wish())).toEqual({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
  });

  it("needs a name of its own, in any case and anywhere in the country", async () => {
    const taken = await makeOfficer(owner, { role: "health", unit: elsewhere });
    expect(await problemOf(coordinator, { username: taken.username.toUpperCase() })).toEqual([
      ["username", "usernameTaken"],
    ]);
    expect(await problemOf(coordinator, { username: "Nguyễn Văn" })).toEqual([
      ["username", "usernameShape"],
    ]);
  });
});

describe("a hamlet team's account", () => {
  it("belongs to the hamlet that was named, made the first time and found the next", async () => {
    for (const hamletName of ["Ấp Bình Hòa", "ấp bình hoà "]) {
      expect(await problemOf(coordinator, { role: "hamlet", hamletName })).toBeNull();
    }
    const { rows } = await owner.query<{ n: string }>(
      "select count(distinct hamlet_id) as n from officer where unit_id = $1 and role = 'hamlet'",
      [commune.id],
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it("needs a hamlet, and one of its own commune", async () => {
    const missing = [["hamletName", "hamletMissing"]];
    expect(await problemOf(coordinator, { role: "hamlet" })).toEqual(missing);
    const foreign = await makeHamlet(owner, elsewhere, "Ấp 9");
    expect(await problemOf(coordinator, { role: "hamlet", hamletId: foreign.id })).toEqual(missing);
  });
});

describe("accounts from a list", () => {
  const line = (at: number, changes: Record<string, string> = {}) => ({
    line: at,
    username: newName(),
    fullName: "Lê Văn Thử",
    role: "Công an xã",
    unit: commune.name,
    province: "",
    hamlet: "",
    ...changes,
  });

  it("are all made, each with its link", async () => {
    const lines = [
      line(2),
      line(3, { role: "Trạm y tế" }),
      line(4, { role: "hamlet", hamlet: "Ấp 7" }),
    ];
    const made = await createOfficers.as(coordinator, { lines });
    expect(made.ok && made.data.map((each) => [each.username, each.unitName])).toEqual(
      lines.map((each) => [each.username, commune.name]),
    );
    const invites = made.ok
      ? await Promise.all(made.data.map(({ token }) => findInvite(token)))
      : [];
    expect(invites.map((invite) => invite?.username)).toEqual(lines.map((each) => each.username));
  });

  it("are none when a line is wrong; every wrong cell is named", async () => {
    const before = await countOfficers();
    const twice = newName();
    const refused = await createOfficers.as(coordinator, {
      lines: [
        line(2, { username: twice }),
        line(3, { username: twice }),
        line(4, { unit: elsewhere.name }),
        line(5, { role: "Giám đốc", fullName: "" }),
        line(6, { role: "admin" }),
        line(7, { role: "Tổ thôn/ấp" }),
      ],
    });
    const fields = refused.ok ? {} : (refused.error.fields ?? {});
    expect(Object.entries(fields).map(([field, { code }]) => [field, code])).toEqual([
      ["lines.1.username", "usernameTwice"],
      ["lines.2.unit", "unitUnknown"],
      ["lines.3.fullName", "nameMissing"],
      ["lines.3.role", "roleUnknown"],
      ["lines.4.role", "roleNotYours"],
      ["lines.5.hamlet", "hamletMissing"],
    ]);
    expect(await countOfficers()).toBe(before);
  });
});

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
    const names = [...first.officers, ...second.officers].map((officer) => officer.username);
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
      (await listOfficers.as(chief, filter)).officers.map((officer) => officer.id);
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
