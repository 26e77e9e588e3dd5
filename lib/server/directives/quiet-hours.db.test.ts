import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type MadeOfficer,
  makeNation,
  makeOfficer,
  makeProvince,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { getQuietHours, setQuietHours } from "./quiet-hours";

const owner = ownerClient();
let centre: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  centre = await makeOfficer(owner, { role: "admin", unit: await makeNation(owner) });
});
// The setting is one for the whole database.
afterEach(() => owner.query("delete from setting where name = 'quietHours'"));
afterAll(() => owner.end());

describe("the quiet hours", () => {
  it("are as the centre sets them, which the log says", async () => {
    const { value, version } = await getQuietHours.as(centre);
    expect(value).toEqual({ from: 20, to: 7 });
    const set = { from: "18", to: "9", version: String(version) };
    expect(await setQuietHours.as(centre, set)).toMatchObject({ ok: true });
    expect((await getQuietHours.as(centre)).value).toEqual({ from: 18, to: 9 });
    const { rows } = await owner.query<{ entity_id: string; detail: object }>(
      "select entity_id, detail from audit_entry where officer_id = $1 and result = 'done'",
      [centre.officerId],
    );
    expect(rows).toEqual([{ entity_id: "quietHours", detail: { from: 18, to: 9 } }]);
  });

  it("are not set over what somebody else has just set", async () => {
    const { version } = await getQuietHours.as(centre);
    await setQuietHours.as(centre, { from: "19", to: "7", version });
    expect(await setQuietHours.as(centre, { from: "21", to: "6", version })).toMatchObject({
      error: { code: "CONFLICT" },
    });
  });

  it.each([
    ["from", { from: "", to: "7" }, "hourRange"],
    ["from", { from: "24", to: "7" }, "hourRange"],
    ["to", { from: "20", to: "7.5" }, "hourRange"],
    ["to", { from: "20", to: "bảy" }, "hourRange"],
    ["to", { from: "7", to: "7" }, "quietSame"],
    ["to", { from: "7", to: "17" }, "quietLong"],
    ["to", { from: "18", to: "16" }, "quietLong"],
  ])("are refused when they make no sense: %s of %j", async (field, hours, code) => {
    const { version } = await getQuietHours.as(centre);
    expect(await setQuietHours.as(centre, { ...hours, version })).toMatchObject({
      error: { code: "INVALID", fields: { [field]: { code } } },
    });
  });

  it("are the centre's alone", async () => {
    const province = await makeProvince(owner);
    const coordinator = await makeOfficer(owner, { role: "coordinator", unit: province });
    const hours = { from: "19", to: "7", version: 0 };
    expect(await setQuietHours.as(coordinator, hours)).toMatchObject({
      error: { code: "FORBIDDEN" },
    });
    await expect(getQuietHours.as(coordinator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
