import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { findInvite } from "@/lib/server/access/invites";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { createOfficer, createOfficers } from "./commands";
import { getOfficer } from "./queries";

const owner = ownerClient();
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
