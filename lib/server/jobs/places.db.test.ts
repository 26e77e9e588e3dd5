import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/server/imports/queries";
import { type MadeOfficer, type MadeUnit, makeOfficer } from "@/prisma/factories/communes";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function coordinatorOf(unitId: string): Promise<MadeOfficer> {
  const query = "select id, code, name, level, path from unit where id = $1";
  const [unit] = (await owner.query<MadeUnit>(query, [unitId])).rows;
  if (!unit) throw new Error(`no unit ${unitId}`);
  return makeOfficer(owner, { role: "coordinator", unit });
}

/** Today's Tây Ninh, which Long An of 2022 is part of. */
const TAY_NINH = "180";
let listed = 0;

interface Place {
  provinceName?: string;
  districtName?: string;
  communeName?: string;
  communeCode?: string;
}

/** A list of people of these places, numbered in their order; gives the batch and where each sits. */
async function importPlaces(places: Place[], of: { era: "past" | "today"; by?: MadeOfficer }) {
  const by = of.by ?? (await coordinatorOf(TAY_NINH));
  const lines: ListPerson[] = places.map((place) => {
    listed += 1;
    return {
      ...inventPerson(),
      sourceId: `P${String(listed).padStart(4, "0")}`,
      sex: "Nữ",
      ...place,
    };
  });
  const { batchId } = await importList(owner, by, { file: csvFile(listRows(lines)), era: of.era });
  const { rows } = await owner.query(
    `select unit_id, unit_path, residence_status as status, received_unit_id as received
     from record where batch_id = $1 order by source_id`,
    [batchId],
  );
  return { batchId, by, rows };
}

const place = (provinceName: string, districtName: string, communeName: string): Place => ({
  provinceName,
  districtName,
  communeName,
});

describe("a file of the old communes", () => {
  it("is placed in today's, by names or by code", async () => {
    const { rows } = await importPlaces(
      [
        place("Tây Ninh", "TP Tây Ninh", "Phường 1"),
        place("Tỉnh Long An", "Thành phố Tân An", "Phường 1"),
        { communeCode: "25465" },
        place("TAY NINH", "thanh pho tay ninh", "phuong hiep ninh"),
      ],
      { era: "past" },
    );
    const tanNinh = { unit_id: "125459", unit_path: "1.180.125459.", status: "resolved" };
    const [first, longAn, byCode, unmarked] = rows;
    expect(first).toEqual({ ...tanNinh, received: "225456" });
    expect(longAn).toMatchObject({
      status: "resolved",
      unit_path: expect.stringMatching(/^1\.180\./),
    });
    expect(byCode).toEqual({ ...tanNinh, received: "225465" });
    expect(unmarked).toEqual({ ...tanNinh, received: "225465" });
  });

  it("waits at the province where the commune of today has to be chosen", async () => {
    const { rows, batchId, by } = await importPlaces(
      [
        place("Tây Ninh", "Huyện Tân Biên", "Xã Tân Phong"),
        place("Tây Ninh", "", "Xã Tân Bình"),
        place("Tây Ninh", "Huyện Tân Biên", "Xã Không Có"),
        place("", "", ""),
      ],
      { era: "past" },
    );
    const waiting = { unit_id: TAY_NINH, unit_path: "1.180." };
    expect(rows).toEqual([
      { ...waiting, status: "split", received: "225507" },
      { ...waiting, status: "ambiguous", received: null },
      { ...waiting, status: "unknown", received: null },
      { ...waiting, status: "unknown", received: null },
    ]);
    expect(await getBatch.as(by, batchId)).toMatchObject({ undecided: 4 });
  });

  it("says of a record of another province that it is, and keeps it where it was brought", async () => {
    const { rows, batchId, by } = await importPlaces(
      [
        place("TP Hồ Chí Minh", "Quận 1", "Phường Tân Định"),
        place("TP Hồ Chí Minh", "Quận 3", "Phường 4"),
      ],
      { era: "past" },
    );
    const kept = { unit_id: TAY_NINH, unit_path: "1.180.", status: "elsewhere" };
    expect(rows).toEqual([
      { ...kept, received: "226734" },
      // Split in two, and both are elsewhere: there is nothing here to choose.
      { ...kept, received: "227148" },
    ]);
    expect(await getBatch.as(by, batchId)).toMatchObject({ undecided: 0 });
  });

  it("tells a commune of which no table says where it went", async () => {
    const { rows } = await importPlaces([place("Đà Nẵng", "Hải Châu", "Phường Hải Châu II")], {
      era: "past",
      by: await coordinatorOf("148"),
    });
    expect(rows).toEqual([
      { unit_id: "148", unit_path: "1.148.", status: "unresolved", received: "220239" },
    ]);
  });
});

describe("a file of today's communes", () => {
  it("is read in today's tree, where old names and codes mean other places", async () => {
    const { rows } = await importPlaces(
      [
        { provinceName: "Tây Ninh", communeName: "Phường Tân Ninh" },
        { provinceName: "Tây Ninh", communeName: "Xã Tân Phong" },
        { communeCode: "25459" },
        { communeCode: "25456" },
      ],
      { era: "today" },
    );
    const tanNinh = { unit_id: "125459", status: "resolved", received: "125459" };
    const [named, old, coded, oldCode] = rows;
    expect(named).toMatchObject(tanNinh);
    expect(old).toMatchObject({ unit_id: TAY_NINH, status: "unknown" });
    expect(coded).toMatchObject(tanNinh);
    expect(oldCode).toMatchObject({ unit_id: TAY_NINH, status: "unknown" });
  });
});

describe("where somebody lives by the registry", () => {
  const communeOf = async (batchId: string) => {
    const { rows } = await owner.query(
      `select unit_id, residence_status as status, residence_from as "from" from record where batch_id = $1`,
      [batchId],
    );
    return rows[0];
  };
  const importOne = async (communeCode: string, given: ListPerson) => {
    const person = inventPerson();
    await makePerson(owner, { ...person, communeCode });
    listed += 1;
    const line = {
      ...person,
      sourceId: `P${listed}`,
      sex: "Nữ",
      provinceName: "Tây Ninh",
      ...given,
    };
    const file = csvFile(listRows([line]));
    const by = await coordinatorOf(TAY_NINH);
    return (await importList(owner, by, { file, era: "past" })).batchId;
  };
  const SPLIT = { districtName: "Huyện Tân Biên", communeName: "Xã Tân Phong" };

  it("decides where the number is one person's, even what had to be chosen", async () => {
    const batchId = await importOne("25549", SPLIT);
    expect(await communeOf(batchId)).toEqual({
      unit_id: "125549",
      status: "resolved",
      from: "registry",
    });
  });

  it("is confirmed where it is the record's own", async () => {
    const batchId = await importOne("25459", {
      districtName: "TP Tây Ninh",
      communeName: "Phường 1",
    });
    expect(await communeOf(batchId)).toEqual({
      unit_id: "125459",
      status: "resolved",
      from: "registry",
    });
  });

  it("is told where it is outside the area", async () => {
    const batchId = await importOne("26737", SPLIT);
    expect(await communeOf(batchId)).toMatchObject({ unit_id: TAY_NINH, status: "elsewhere" });
  });

  it("stays the record's own without an agreeing number", async () => {
    const batchId = await importOne("25549", { ...SPLIT, idNumber: "" });
    expect(await communeOf(batchId)).toEqual({
      unit_id: TAY_NINH,
      status: "split",
      from: "record",
    });
  });
});
