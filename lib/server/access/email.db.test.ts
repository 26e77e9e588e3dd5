import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getOwnEmail, setOwnEmail } from "./email";

const owner = ownerClient();
let commune: MadeCommune;
let officer: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  commune = await makeCommune(owner);
  officer = await makeOfficer(owner, { role: "police", unit: commune });
});
afterAll(() => owner.end());

describe("an officer's e-mail address", () => {
  it("is set, changed and taken away by the officer, and read by nobody else", async () => {
    expect(await getOwnEmail.as(officer)).toEqual({ email: null, mails: false });
    await setOwnEmail.as(officer, { email: "  cong.an@example.vn " });
    expect(await getOwnEmail.as(officer)).toMatchObject({ email: "cong.an@example.vn" });
    const colleague = await makeOfficer(owner, { role: "police", unit: commune });
    const above = await makeOfficer(owner, { role: "coordinator", unit: commune.province });
    expect(await getOwnEmail.as(colleague)).toMatchObject({ email: null });
    expect(await getOwnEmail.as(above)).toMatchObject({ email: null });
    await setOwnEmail.as(colleague, { email: "khac@example.vn" });
    expect(await getOwnEmail.as(officer)).toMatchObject({ email: "cong.an@example.vn" });
    await setOwnEmail.as(officer, { email: "" });
    expect(await getOwnEmail.as(officer)).toMatchObject({ email: null });
  });

  it.each([
    "cong.an",
    "cong an@example.vn",
    "a@example.vn, b@example.vn",
    "a@example.vn\r\nBcc: b@example.vn",
    "Công An <a@example.vn>",
    `${"a".repeat(250)}@example.vn`,
  ])("is refused when it is none: %j", async (email) => {
    expect(await setOwnEmail.as(officer, { email })).toMatchObject({
      ok: false,
      error: { code: "INVALID", fields: { email: { code: "emailShape" } } },
    });
  });

  it("stands in no line of the log, which says that it was changed", async () => {
    await setOwnEmail.as(officer, { email: "dau.vet@example.vn" });
    await setOwnEmail.as(officer, { email: "dau.vet@" });
    const { rows } = await owner.query<{ command: string; result: string; whole: string }>(
      "select command, result, to_jsonb(a)::text as whole from audit_entry a where officer_id = $1",
      [officer.officerId],
    );
    expect(rows.at(-1)).toMatchObject({ command: "access.setEmail" });
    expect(rows.map((row) => row.result)).toContain("done");
    expect(rows.filter((row) => row.whole.includes("dau.vet"))).toEqual([]);
  });

  it("is for those who get digests", async () => {
    const leader = await makeOfficer(owner, { role: "leader", unit: commune });
    expect(await setOwnEmail.as(leader, { email: "a@example.vn" })).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
  });
});
