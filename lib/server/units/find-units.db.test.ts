import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MadeOfficer,
  makeNation,
  makeOfficer,
  makeProvince,
  makeUnit,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { findUnits } from "./find-units";

const owner = ownerClient();
let officer: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  officer = await makeOfficer(owner, { role: "leader", unit: await makeNation(owner) });
});
afterAll(() => owner.end());

const found = async (text: string) => (await findUnits.as(officer, text)).units;

describe("units by name", () => {
  it("are provinces and communes of today, with or without marks, the closest first", async () => {
    expect((await found("tây ninh"))[0]).toMatchObject({ name: "Tỉnh Tây Ninh", was: null });
    expect((await found("tay ninh"))[0]).toMatchObject({ name: "Tỉnh Tây Ninh", was: null });
    expect((await found("Long Hòa"))[0]?.name).toBe("Xã Long Hòa");
  });

  it("are found by a name of 2022, of a commune, a district or a province", async () => {
    const [first, ...others] = await found("Thủ Dầu Một");
    expect(first).toMatchObject({ name: "Phường Thủ Dầu Một", was: null });
    expect(others.map(({ was }) => was)).toContain("Thành phố Thủ Dầu Một");
    const [province] = await found("Bình Dương");
    expect(await found("tinh binh duong")).toContainEqual({
      ...{ id: "179", name: "Thành phố Hồ Chí Minh", level: "province", province: null },
      was: "Tỉnh Bình Dương",
    });
    expect(province).toBeDefined();
    // A ward that lives on under another name only.
    const [ward] = await found("Phường Nguyễn Thái Bình");
    expect(ward).toMatchObject({ name: "Phường Bến Thành", was: "Phường Nguyễn Thái Bình" });
  });

  it("are twenty at most, each once, and none for less than two letters", async () => {
    const many = await findUnits.as(officer, "tân");
    expect([many.units.length, many.more]).toEqual([20, true]);
    expect(new Set(many.units.map(({ id }) => id)).size).toBe(20);
    expect(await found(" ")).toEqual([]);
    expect(await found("a")).toEqual([]);
  });

  it("lie in the viewer's area", async () => {
    const province = await makeProvince(owner);
    const commune = await makeUnit(owner, {
      level: "commune",
      name: "Xã Tân Ninh Hai",
      parent: province,
    });
    const leader = await makeOfficer(owner, { role: "leader", unit: province });
    const names = (await findUnits.as(leader, "tan ninh")).units.map(({ id }) => id);
    expect(names).toEqual([commune.id]);
  });
});
