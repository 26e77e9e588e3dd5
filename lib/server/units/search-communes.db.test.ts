import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeOfficer, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { searchCommunes } from "./search-communes";

const owner = ownerClient();
let officer: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  officer = await makeOfficer(owner, { role: "auditor", unit: await makeNation(owner) });
});
afterAll(() => owner.end());

const namesOf = async (text: string) =>
  (await searchCommunes.as(officer, text)).communes.map(({ name }) => name);

describe("communes of today by name", () => {
  it("begin with those that are written as it was typed", async () => {
    expect((await namesOf("Long Hoa"))[0]).toBe("Phường Long Hoa");
    expect((await namesOf("Long Hòa"))[0]).toBe("Xã Long Hòa");
  });

  it("are found without marks too, and none for nothing", async () => {
    expect(await namesOf("tan ninh")).toContain("Phường Tân Ninh");
    expect(await namesOf("  ")).toEqual([]);
  });
});
