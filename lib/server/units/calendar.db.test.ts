import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SCOPE } from "@/lib/domain/access/scope";
import { addWorkingDays } from "@/lib/domain/units/work-calendar";
import { transaction } from "@/lib/server/core/db";
import {
  type MadeOfficer,
  makeCommune,
  makeNation,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { listCalendar, readCalendar, removeCalendarDay, setCalendarDay } from "./calendar";

const owner = ownerClient();
let admin: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  admin = await makeOfficer(owner, { role: "admin", unit: await makeNation(owner) });
});
afterAll(() => owner.end());

const calendar = () => transaction(NO_SCOPE, ({ sql }) => readCalendar(sql));

describe("the calendar that comes with the portal", () => {
  // 17/02/2026 and 06/02/2027 are the first days of the lunar year.
  it.each([
    ["2026-02-13", 1, "2026-02-23"],
    ["2026-02-13", 10, "2026-03-06"],
    ["2027-02-04", 1, "2027-02-12"],
    ["2026-04-24", 1, "2026-04-28"],
    ["2026-04-29", 1, "2026-05-04"],
    ["2026-08-21", 1, "2026-08-22"],
    ["2026-08-28", 1, "2026-09-03"],
    ["2026-11-23", 1, "2026-11-25"],
    ["2025-04-29", 1, "2025-05-05"],
  ])("from %s, %i working days later it is %s", async (from, days, due) => {
    expect(addWorkingDays(from, days, await calendar())).toBe(due);
  });

  it("has five days of Tết each year, and says what nobody has announced yet", async () => {
    for (const year of [2025, 2026, 2027]) {
      const { days } = await listCalendar.as(admin, year);
      expect(
        days.filter((one) => one.name.startsWith("Tết ") && /mùng|Chạp/.test(one.name)),
      ).toHaveLength(5);
    }
    const { days, years } = await listCalendar.as(admin, 2027);
    expect(years).toEqual([2025, 2026, 2027]);
    expect(days.filter((one) => one.estimated).length).toBeGreaterThan(0);
    const announced = (await listCalendar.as(admin, 2026)).days;
    expect(announced.every((one) => !one.estimated && one.source.length > 5)).toBe(true);
  });
});

describe("a day of the calendar", () => {
  const day = { day: "2029-07-02", working: false, name: "Ngày thử", source: "Thử nghiệm" };

  it("is set, changed and taken out by an administrator of the centre", async () => {
    expect(await setCalendarDay.as(admin, day)).toMatchObject({ ok: true });
    expect(addWorkingDays("2029-06-29", 1, await calendar())).toBe("2029-07-03");
    expect(await setCalendarDay.as(admin, day)).toMatchObject({
      error: { code: "CONFLICT", reason: "calendarChanged" },
    });
    const changed = { ...day, name: "Ngày khác", version: 1 };
    expect(await setCalendarDay.as(admin, changed)).toMatchObject({ ok: true });
    const gone = { day: day.day, version: 2 };
    expect(await removeCalendarDay.as(admin, { ...gone, version: 1 })).toMatchObject({ ok: false });
    expect(await removeCalendarDay.as(admin, gone)).toMatchObject({ ok: true });
    expect(addWorkingDays("2029-06-29", 1, await calendar())).toBe("2029-07-02");
  });

  it("is nobody else's to change, and has a name and a source", async () => {
    const commune = await makeCommune(owner);
    const province = await makeOfficer(owner, { role: "admin", unit: commune.province });
    const health = await makeOfficer(owner, { role: "health", unit: commune });
    for (const officer of [province, health]) {
      expect(await setCalendarDay.as(officer, day)).toMatchObject({ error: { code: "FORBIDDEN" } });
      const gone = { day: "2026-02-17", version: 1 };
      expect(await removeCalendarDay.as(officer, gone)).toMatchObject({
        error: { code: "FORBIDDEN" },
      });
    }
    expect(await setCalendarDay.as(admin, { ...day, name: "" })).toMatchObject({
      error: { fields: { name: { code: "holidayName" } } },
    });
  });
});
