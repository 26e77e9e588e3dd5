import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { callFunction, transaction } from "@/lib/server/core/db";
import { hashToken, newToken } from "@/lib/server/core/id";
import { findActor } from "@/lib/server/core/session";
import {
  type MadeOfficer,
  makeCommune,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { changePassword, findInvite, setFirstPassword } from "./invites";
import { checkPassword } from "./sign-in";

const owner = ownerClient();
const GOOD = "bảy con vịt vàng";
let maker: MadeOfficer;
let officer: MadeOfficer;

beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  const commune = await makeCommune(owner);
  maker = await makeOfficer(owner, { role: "admin", unit: commune.province });
  officer = await makeOfficer(owner, { role: "health", unit: commune });
});

async function makeLink(by = maker): Promise<string> {
  const token = newToken();
  await transaction(scopeOf(by), ({ sql }) =>
    sql("select invite_create($1, $2, 72)", [officer.officerId, hashToken(token)]),
  );
  return token;
}

const OVER = { ok: false, error: { code: "RULE", reason: "inviteOver" } };

describe("a one-time link", () => {
  it("says whom it is for and sets the password", async () => {
    const token = await makeLink();
    expect(await findInvite(token)).toEqual({
      username: officer.username,
      fullName: officer.fullName,
    });
    expect(await setFirstPassword({ token, password: GOOD })).toEqual({ ok: true, data: null });
    expect(await checkPassword(officer.username, GOOD)).toMatchObject({ ok: true });
    expect(await checkPassword(officer.username, officer.password)).toMatchObject({ ok: false });
  });

  it("works once, also when it is sent twice at the same moment", async () => {
    const token = await makeLink();
    const both = await Promise.all([
      setFirstPassword({ token, password: GOOD }),
      setFirstPassword({ token, password: `${GOOD} khác` }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await findInvite(token)).toBeNull();
    expect(await setFirstPassword({ token, password: GOOD })).toEqual(OVER);
  });

  it("ends every session of the officer", async () => {
    const session = await makeSession(owner, officer.officerId);
    await setFirstPassword({ token: await makeLink(), password: GOOD });
    expect(await findActor(session)).toBeNull();
  });

  it("stops when a newer one is made, when it is old, and when the account is locked", async () => {
    const older = await makeLink();
    const newer = await makeLink();
    expect(await findInvite(older)).toBeNull();
    expect(await findInvite(newer)).not.toBeNull();
    await owner.query("update officer set disabled_at = now() where id = $1", [officer.officerId]);
    expect(await setFirstPassword({ token: newer, password: GOOD })).toEqual(OVER);
    await owner.query("update officer set disabled_at = null where id = $1", [officer.officerId]);
    await owner.query("update invite set expires_at = now() where officer_id = $1", [
      officer.officerId,
    ]);
    expect(await setFirstPassword({ token: newer, password: GOOD })).toEqual(OVER);
  });

  it("stays usable after a password that is too easy", async () => {
    const token = await makeLink();
    const refused = (code: string) => ({
      ok: false,
      error: { code: "INVALID", fields: { password: { code } } },
    });
    expect(await setFirstPassword({ token, password: "ngắn" })).toEqual(refused("passwordShort"));
    expect(await setFirstPassword({ token, password: "111111111111" })).toEqual(
      refused("passwordPlain"),
    );
    expect(await setFirstPassword({ token, password: "ab1".repeat(100) })).toMatchObject({
      ok: false,
    });
    expect(await setFirstPassword({ token, password: GOOD })).toMatchObject({ ok: true });
  });

  it("can't be made for an officer of another area", async () => {
    const elsewhere = await makeOfficer(owner, {
      role: "admin",
      unit: (await makeCommune(owner)).province,
    });
    expect(await findInvite(await makeLink(elsewhere))).toBeNull();
  });

  it("is kept as a hash only", async () => {
    const token = await makeLink();
    const { rows } = await owner.query("select 1 from invite where token_hash = $1", [token]);
    expect(rows).toEqual([]);
  });
});

describe("changing one's own password", () => {
  it("ends every session, the present one too", async () => {
    const session = await makeSession(owner, officer.officerId);
    const changed = await changePassword.as(officer, { current: officer.password, next: GOOD });
    expect(changed).toEqual({ ok: true, data: null });
    expect(await findActor(session)).toBeNull();
    expect(await checkPassword(officer.username, GOOD)).toMatchObject({ ok: true });
  });

  it("needs the present password, and a new one that will do", async () => {
    const session = await makeSession(owner, officer.officerId);
    expect(await changePassword.as(officer, { current: "sai", next: GOOD })).toMatchObject({
      error: { code: "RULE", reason: "passwordWrong" },
    });
    expect(
      await changePassword.as(officer, { current: officer.password, next: "ngắn" }),
    ).toMatchObject({
      error: { code: "INVALID", fields: { next: { code: "passwordShort" } } },
    });
    expect(await findActor(session)).not.toBeNull();
  });

  it("changes nobody else's", async () => {
    await changePassword.as(officer, { current: officer.password, next: GOOD });
    expect(await checkPassword(maker.username, maker.password)).toMatchObject({ ok: true });
  });
});

it("leaves no password in the log", async () => {
  await changePassword.as(officer, { current: officer.password, next: GOOD });
  const rows = await callFunction<{ n: number }>("select count(*) as n from audit_entry", []);
  expect(rows[0]?.n).toBe(0); // without a scope not even the log is seen
  const { rows: all } = await owner.query<{ text: string }>(
    "select to_jsonb(a)::text as text from audit_entry a where officer_id = $1",
    [officer.officerId],
  );
  expect(all).toHaveLength(1);
  expect(all[0]?.text).not.toContain(GOOD);
});
