import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findActor } from "@/lib/server/core/session";
import {
  type MadeOfficer,
  makeCommune,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { authOptions } from "./auth-options";
import { hashPassword } from "./password";
import { checkPassword, createSession, endSession } from "./sign-in";

const owner = ownerClient();
let officer: MadeOfficer;

beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(async () => {
  officer = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
});

async function fail(username: string, times: number) {
  const answers = [];
  for (let time = 0; time < times; time++) answers.push(await checkPassword(username, "sai"));
  return answers;
}

function change(session: string): Promise<unknown> {
  return owner.query(`update session set ${session} where officer_id = $1`, [officer.officerId]);
}

async function countSignIns(): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(
    "select count(*) as n from audit_entry where officer_id = $1 and command = 'access.signIn'",
    [officer.officerId],
  );
  return Number(rows[0]?.n);
}

describe("name and password", () => {
  it("are taken when both are right, the name in any case", async () => {
    const right = { ok: true, officerId: officer.officerId };
    expect(await checkPassword(officer.username, officer.password)).toEqual(right);
    expect(await checkPassword(` ${officer.username.toUpperCase()} `, officer.password)).toEqual(
      right,
    );
  });

  it("give the same answer for a wrong password, an unknown name and a disabled officer", async () => {
    const wrong = { ok: false, reason: "wrong" };
    expect(await checkPassword(officer.username, "sai")).toEqual(wrong);
    expect(await checkPassword(`x${officer.username}`, officer.password)).toEqual(wrong);
    await owner.query("update officer set disabled_at = now() where id = $1", [officer.officerId]);
    expect(await checkPassword(officer.username, officer.password)).toEqual(wrong);
  });

  it("never open an account that has no password yet", async () => {
    await owner.query("update officer set password_hash = null where id = $1", [officer.officerId]);
    expect(await checkPassword(officer.username, "")).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("five failures", () => {
  it("lock the name, for the right password too", async () => {
    const answers = await fail(officer.username, 5);
    expect(answers.map((answer) => answer.ok || answer.reason)).toEqual([
      "wrong",
      "wrong",
      "wrong",
      "wrong",
      "locked",
    ]);
    const answer = await checkPassword(officer.username, officer.password);
    expect(answer).toMatchObject({ ok: false, reason: "locked" });
    const until = !answer.ok && answer.reason === "locked" ? answer.until.getTime() : 0;
    const { rows } = await owner.query<{ now: Date }>("select now()");
    expect(until - (rows[0]?.now.getTime() ?? 0)).toBeGreaterThan(13 * 60_000);
  });

  it("lock a name that nobody has, so that the answer doesn't tell which exist", async () => {
    expect((await fail(`x${officer.username}`, 5)).at(-1)).toMatchObject({ reason: "locked" });
  });

  it("are forgotten after a good sign-in", async () => {
    await fail(officer.username, 4);
    await createSession(officer.officerId);
    expect((await fail(officer.username, 4)).at(-1)).toEqual({ ok: false, reason: "wrong" });
  });

  it("are forgotten after a quarter of an hour", async () => {
    await fail(officer.username, 5);
    await owner.query(
      `update sign_in_attempt set first_at = first_at - interval '16 minutes',
         locked_until = locked_until - interval '16 minutes' where username = $1`,
      [officer.username],
    );
    expect(await checkPassword(officer.username, officer.password)).toMatchObject({ ok: true });
    expect((await fail(officer.username, 1)).at(-1)).toEqual({ ok: false, reason: "wrong" });
  });

  it("stop the right guess that was sent together with them", async () => {
    await owner.query("update officer set password_hash = $2 where id = $1", [
      officer.officerId,
      await hashPassword(officer.password),
    ]);
    const guesses = [...Array.from({ length: 40 }, (_, guess) => `sai ${guess}`), officer.password];
    const answers = await Promise.all(
      guesses.map((guess) => checkPassword(officer.username, guess)),
    );
    expect(answers.at(-1)).toMatchObject({ ok: false, reason: "locked" });
  });
});

describe("a session", () => {
  it("is known by its token, of which the database has only the hash", async () => {
    const token = await createSession(officer.officerId);
    expect(await findActor(token ?? "")).toMatchObject({
      officerId: officer.officerId,
      role: "health",
      unitPath: officer.unitPath,
    });
    const { rows } = await owner.query("select 1 from session where token_hash = $1", [token]);
    expect(rows).toEqual([]);
    expect(await countSignIns()).toBe(1);
  });

  it("is dead after signing out, whoever had copied the cookie", async () => {
    const token = (await createSession(officer.officerId)) ?? "";
    const other = (await createSession(officer.officerId)) ?? "";
    await endSession(token);
    expect(await findActor(token)).toBeNull();
    expect(await findActor(other)).not.toBeNull();
  });

  it("ends after an hour without use, and is kept by use", async () => {
    const token = await makeSession(owner, officer.officerId);
    await change("last_seen_at = now() - interval '59 minutes'");
    expect(await findActor(token)).not.toBeNull();
    await change("last_seen_at = last_seen_at - interval '59 minutes'");
    expect(await findActor(token)).not.toBeNull();
    await change("last_seen_at = now() - interval '61 minutes'");
    expect(await findActor(token)).toBeNull();
  });

  it("ends at its fixed end, however much it is used", async () => {
    const token = await makeSession(owner, officer.officerId);
    await change("expires_at = now()");
    expect(await findActor(token)).toBeNull();
  });

  it("isn't opened for a disabled officer, and ends for one", async () => {
    const token = await makeSession(owner, officer.officerId);
    await owner.query("update officer set disabled_at = now() where id = $1", [officer.officerId]);
    expect(await findActor(token)).toBeNull();
    expect(await createSession(officer.officerId)).toBeNull();
  });
});

describe("next-auth's cookie", () => {
  const { encode, decode } = authOptions.jwt ?? {};
  const secret = "";

  async function signIn(): Promise<string> {
    return (await encode?.({ token: { sub: officer.officerId }, secret })) ?? "";
  }

  it("is the session's token and says nothing by itself", async () => {
    const cookie = await signIn();
    expect(await findActor(cookie)).toMatchObject({ officerId: officer.officerId });
    expect(await decode?.({ token: cookie, secret })).toEqual({
      sub: officer.officerId,
      opaque: cookie,
    });
  });

  it("stays the same when it is written again", async () => {
    const cookie = await signIn();
    const token = (await decode?.({ token: cookie, secret })) ?? undefined;
    expect(await encode?.({ token, secret })).toBe(cookie);
    expect(await countSignIns()).toBe(1);
  });

  it("opens nothing after next-auth's own signing out", async () => {
    const cookie = await signIn();
    await authOptions.events?.signOut?.({ token: { opaque: cookie }, session: { expires: "" } });
    expect(await decode?.({ token: cookie, secret })).toBeNull();
  });

  it("is not accepted when it was made up", async () => {
    expect(await decode?.({ token: officer.officerId, secret })).toBeNull();
  });
});
