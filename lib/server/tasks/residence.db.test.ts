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
import { claimNextTask } from "./claim-next";
import { listTasks } from "./list";
import { chooseResidence, listUndecided } from "./residence";

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

/** A commune of 2022 that went into two of today's, and what a file calls it. */
interface Split {
  communeName: string;
  districtName: string;
  provinceName: string;
}
const TAN_PHONG: Split = {
  communeName: "Xã Tân Phong",
  districtName: "Huyện Tân Biên",
  provinceName: "Tỉnh Tây Ninh",
};
const MO_CONG: Split = { ...TAN_PHONG, communeName: "Xã Mỏ Công" };
const SUOI_DAY: Split = {
  ...TAN_PHONG,
  communeName: "Xã Suối Dây",
  districtName: "Huyện Tân Châu",
};
const CHA_LA: Split = {
  ...TAN_PHONG,
  communeName: "Xã Chà Là",
  districtName: "Huyện Dương Minh Châu",
};
const PHAN: Split = { ...CHA_LA, communeName: "Xã Phan" };
const PHUOC_MINH: Split = { ...CHA_LA, communeName: "Xã Phước Minh" };

let listed = 0;

/** Somebody of the split commune whose name has one wrong letter; gives the record's source id. */
async function lineIn(split: Split, given: ListPerson = {}): Promise<ListPerson> {
  const invented = inventPerson();
  if (given.idNumber !== "") await makePerson(owner, invented);
  listed += 1;
  const line = { ...invented, sourceId: `S${listed}`, sex: "Nữ", fullName: "Nguyễn Thị Hoàn" };
  return { ...line, ...split, ...given };
}

async function importLines(lines: ListPerson[]): Promise<void> {
  await importList(owner, coordinator, { file: csvFile(listRows(lines)), era: "past" });
}

const choiceOf = ({ communeName, districtName, provinceName }: Split, unitId: string) => ({
  status: "split" as const,
  commune: communeName,
  district: districtName,
  province: provinceName,
  unitId,
});

async function standOf({ sourceId }: ListPerson) {
  const { rows } = await owner.query(
    `select r.unit_id as record, t.unit_id as task, r.residence_status as status, t.state, t.force
     from record r join task t on t.record_id = r.id
     where r.source_id = $1 and r.source_system = 'platform@180'`,
    [sourceId],
  );
  return rows[0];
}

async function groupOf(split: Split) {
  const { groups } = await listUndecided.as(coordinator);
  return groups.find((group) => group.commune === split.communeName);
}

describe("records of a commune that was split", () => {
  it("wait at the province, as one group, with the communes that it went into", async () => {
    const lines = [await lineIn(TAN_PHONG), await lineIn(TAN_PHONG)];
    await importLines(lines);
    const waiting = { record: "180", task: "180", status: "split", state: "new", force: "system" };
    for (const line of lines) expect(await standOf(line)).toEqual(waiting);
    expect(await groupOf(TAN_PHONG)).toEqual({
      commune: "Xã Tân Phong",
      district: "Huyện Tân Biên",
      province: "Tỉnh Tây Ninh",
      status: "split",
      splitUnitId: "225507",
      records: 2,
      choices: [
        { id: "125549", name: "Xã Tân Phú" },
        { id: "125498", name: "Xã Thạnh Bình" },
      ],
    });
  });

  it("move with their tasks to the commune that is chosen, where they are work at once", async () => {
    const lines = [await lineIn(MO_CONG), await lineIn(MO_CONG)];
    const other = await lineIn(SUOI_DAY);
    await importLines([...lines, other]);
    const unit = await unitOf("125510");
    const nurse = await makeOfficer(owner, { role: "health", unit });
    const chosen = await chooseResidence.as(coordinator, choiceOf(MO_CONG, unit.id));
    expect(chosen).toEqual({ ok: true, data: { records: 2, unit: "Xã Trà Vong" } });

    const moved = { record: unit.id, task: unit.id, status: "resolved", force: "health" };
    for (const line of lines) {
      expect(await standOf(line)).toEqual({ ...moved, state: "correcting" });
    }
    expect((await listTasks.as(nurse, { view: "unit" })).tasks).toHaveLength(2);
    expect(await claimNextTask.as(nurse, {})).toMatchObject({ ok: true, data: { version: 2 } });
    expect(await groupOf(MO_CONG)).toBeUndefined();
    expect(await standOf(other)).toMatchObject({ record: "180", state: "new" });
  });

  it("get an event of their assignment, in the commune that has them now", async () => {
    const line = await lineIn(SUOI_DAY);
    await importLines([line]);
    await chooseResidence.as(coordinator, choiceOf(SUOI_DAY, "125534"));
    const { rows } = await owner.query(
      `select e.event, e.to_state, e.unit_path, e.version, t.version as task_version
       from task_event e join task t on t.id = e.task_id join record r on r.id = t.record_id
       where r.source_id = $1`,
      [line.sourceId],
    );
    const unit_path = "1.180.125534.";
    expect(rows).toEqual([
      { event: "assign", to_state: "correcting", unit_path, version: 2, task_version: 2 },
    ]);
  });

  it("go on the list of the hamlet that their address names", async () => {
    const unit = await unitOf("125573");
    const hamlet = await makeHamlet(owner, unit, "Ấp Láng");
    const team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
    const nobody = { idNumber: "", fullName: "Trần Văn Lạ", address: "Số 4, ấp Láng" };
    await importLines([await lineIn(CHA_LA, nobody)]);
    await chooseResidence.as(coordinator, choiceOf(CHA_LA, unit.id));
    const { tasks } = await listTasks.as(team, { view: "unit" });
    expect(tasks).toMatchObject([{ hamlet: "Ấp Láng", state: "surveying" }]);
  });
});

describe("a choice", () => {
  it("is one of today's communes of the coordinator's own area", async () => {
    const refused = { error: { code: "RULE", reason: "notACommune" } };
    for (const unitId of ["126737", "180", "225507", "nowhere"]) {
      const result = await chooseResidence.as(coordinator, choiceOf(TAN_PHONG, unitId));
      expect(result, unitId).toMatchObject(refused);
    }
  });

  it("moves nothing of another province", async () => {
    const line = await lineIn(PHAN);
    await importLines([line]);
    const stranger = await makeOfficer(owner, { role: "coordinator", unit: await unitOf("179") });
    const choice = choiceOf(PHAN, "126737");
    const result = await chooseResidence.as(stranger, choice);
    expect(result).toMatchObject({ ok: true, data: { records: 0 } });
    expect(await standOf(line)).toMatchObject({ record: "180", status: "split" });
  });

  it("is not made twice", async () => {
    await importLines([await lineIn(PHUOC_MINH)]);
    const choice = choiceOf(PHUOC_MINH, "125579");
    const both = [1, 2].map(() => chooseResidence.as(coordinator, choice));
    const counts = (await Promise.all(both)).map((result) => result.ok && result.data.records);
    expect(counts.sort()[0]).toBe(0);
    const { rows } = await owner.query(
      `select t.id from task_event e join task t on t.id = e.task_id where e.event = 'assign'
       group by t.id having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });
});
