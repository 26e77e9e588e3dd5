import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type MadeOfficer,
  type MadeUnit,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { chooseByName, forgetResidence, listSplitNames } from "./residence-rules";

const owner = ownerClient();
let coordinator: MadeOfficer;
beforeAll(async () => {
  await owner.connect();
  coordinator = await makeOfficer(owner, { role: "coordinator", unit: await unitOf("180") });
});
afterAll(() => owner.end());

async function unitOf(id: string): Promise<MadeUnit> {
  const query = "select id, code, name, level, path from unit where id = $1";
  const [unit] = (await owner.query<MadeUnit>(query, [id])).rows;
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

/** Communes of 2022 that went into two of today's each. */
const TAN_PHONG = { id: "225507", communeName: "Xã Tân Phong", districtName: "Huyện Tân Biên" };
const [TAN_PHU, THANH_BINH] = ["125549", "125498"];
const MO_CONG = { id: "225510", communeName: "Xã Mỏ Công", districtName: "Huyện Tân Biên" };

let listed = 0;

/** One wrong letter in the name: a task for health. */
async function importAt(split: typeof TAN_PHONG, addresses: string[]): Promise<string[]> {
  const lines: ListPerson[] = [];
  for (const address of addresses) {
    const invented = inventPerson();
    await makePerson(owner, invented);
    listed += 1;
    const { communeName, districtName } = split;
    const place = { communeName, districtName, provinceName: "Tỉnh Tây Ninh", address };
    const sourceId = `R${listed}`;
    lines.push({ ...invented, sourceId, sex: "Nữ", fullName: "Nguyễn Thị Hoàn", ...place });
  }
  await importList(owner, coordinator, { file: csvFile(listRows(lines)), era: "past" });
  return lines.map(({ sourceId }) => sourceId ?? "");
}

async function standOf(sourceIds: string[]) {
  const { rows } = await owner.query(
    `select r.source_id as id, r.unit_id as record, t.unit_id as task, r.residence_status as status, t.state,
       h.name as hamlet
     from record r join task t on t.record_id = r.id left join hamlet h on h.id = t.hamlet_id
     where r.source_id = any($1) and r.source_system = 'platform@180'`,
    [sourceIds],
  );
  return sourceIds.map((id) => {
    const row = rows.find((one) => one.id === id);
    expect(row.record).toBe(row.task);
    return `${row.record} ${row.status} ${row.state}${row.hamlet ? ` ${row.hamlet}` : ""}`;
  });
}

const choose = (name: string, unitId: string, oldUnitId = TAN_PHONG.id) =>
  chooseByName.as(coordinator, { oldUnitId, name, unitId });

const WAITS = "180 split new";

describe("the thôn and tổ of a divided commune", () => {
  it("are listed with counts, and each is given its commune once, for now and for later", async () => {
    await makeHamlet(owner, await unitOf(TAN_PHU ?? ""), "Ấp Sân Bay");
    const ids = await importAt(TAN_PHONG, ["Ấp Sân Bay", "12 ấp Sân bay", "Tổ 3, Ấp Cầu", "12"]);
    expect(await standOf(ids)).toEqual([WAITS, WAITS, WAITS, WAITS]);
    const page = await listSplitNames.as(coordinator, TAN_PHONG.id);
    expect(page).toMatchObject({
      unit: { name: "Xã Tân Phong" },
      choices: [{ id: TAN_PHU }, { id: THANH_BINH }],
      names: [
        { folded: "ap san bay", records: 2 },
        { folded: "ap cau", records: 1 },
      ],
      nameless: 1,
      rules: [],
    });

    const chosen = await choose("Ấp Sân Bay", TAN_PHU ?? "");
    expect(chosen).toEqual({ ok: true, data: { records: 2, unit: "Xã Tân Phú" } });
    const there = `${TAN_PHU} resolved correcting Ấp Sân Bay`;
    expect(await standOf(ids)).toEqual([there, there, WAITS, WAITS]);

    await choose("ấp cầu", THANH_BINH ?? "");
    const later = await importAt(TAN_PHONG, ["AP CAU", "Số 1, Ấp Sân Bay", "Ấp Khác"]);
    expect(await standOf(later)).toEqual([`${THANH_BINH} resolved correcting`, there, WAITS]);
  });

  it("go elsewhere when the choice changes, and wait again when it is taken back", async () => {
    const ids = await importAt(MO_CONG, ["Ấp 1", "Ấp 2", "Ấp 3"]);
    const { choices } = await listSplitNames.as(coordinator, MO_CONG.id);
    const [one, two] = choices.map(({ id }) => id) as [string, string];
    await choose("Ấp 1", one, MO_CONG.id);
    await choose("Ấp 2", one, MO_CONG.id);
    await choose("Ấp 1", two, MO_CONG.id);
    const stand = (unit: string) => `${unit} resolved correcting`;
    expect(await standOf(ids)).toEqual([stand(two), stand(one), WAITS]);

    const { rules } = await listSplitNames.as(coordinator, MO_CONG.id);
    const rule = rules.find(({ name }) => name === "Ấp 1");
    expect(rule).toMatchObject({ unitId: two, records: 1 });
    const undone = await forgetResidence.as(coordinator, { ruleId: rule?.id });
    expect(undone).toMatchObject({ ok: true, data: { records: 1 } });
    expect(await standOf(ids)).toEqual(["180 split correcting", stand(one), WAITS]);
    // The task was under way: it goes on where it was once the choice is made again.
    await choose("Ấp 1", one, MO_CONG.id);
    expect(await standOf(ids)).toEqual([stand(one), stand(one), WAITS]);
  });

  it("go only into a part of the old commune, and only by the coordinator of the area", async () => {
    for (const unitId of ["125459", "180", TAN_PHONG.id]) {
      expect(await choose("Ấp 1", unitId)).toMatchObject({ error: { reason: "notACommune" } });
    }
    const stranger = await makeOfficer(owner, { role: "coordinator", unit: await unitOf("179") });
    const input = { oldUnitId: TAN_PHONG.id, name: "Ấp 1", unitId: TAN_PHU };
    expect(await chooseByName.as(stranger, input)).toMatchObject({
      error: { reason: "notACommune" },
    });
    const page = await listSplitNames.as(stranger, TAN_PHONG.id);
    expect([page.names, page.rules]).toEqual([[], []]);
  });
});
