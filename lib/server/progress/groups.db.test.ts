import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addRecord, addTask } from "@/lib/server/handovers/test-rows";
import { type MadeUnit, makeNation, makeOfficer } from "@/prisma/factories/communes";
import { at, makeScene, type Scene } from "@/prisma/factories/figures-scene";
import { ownerClient } from "@/prisma/factories/owner";
import { makePastUnit, makePredecessor } from "@/prisma/factories/past-units";
import { foldProgress } from "./fold";
import { listGroup, listGroups } from "./groups";
import { getProgress } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let scene: Scene;
let north: MadeUnit;
let south: MadeUnit;

/** One commune of the north; the other mostly of the south, with half of one of the north. */
beforeEach(async () => {
  scene = await makeScene(owner);
  const [one, two] = [at(scene.places, 0), at(scene.places, 1)];
  const province = await makePastUnit(owner, { level: "province", name: "Tỉnh Cũ" });
  const district = (name: string) =>
    makePastUnit(owner, { level: "district", name, parent: province });
  north = await district("Huyện Bắc");
  south = await district("Huyện Nam");
  await makePredecessor(owner, north, { into: [one] });
  await makePredecessor(owner, north, { into: [one, two] });
  await makePredecessor(owner, south, { into: [two] });
  await makePredecessor(owner, south, { into: [two] });
});

async function addWork(place: number, people: number, dueIn = 3): Promise<void> {
  const unit = at(scene.places, place);
  for (let i = 0; i < people; i++) {
    const wish = { batchId: scene.batchId, unit, outcome: "unmatched", mainClass: "typo" };
    const recordId = await addRecord(owner, wish);
    await addTask(owner, { recordId, unit, state: "verifying", force: "police", dueIn });
  }
}

async function addEverywhere(): Promise<void> {
  await addWork(0, 2, -1);
  await addWork(1, 3);
  await addWork(2, 1, -1);
}

const openOf = ({ figures, overdue }: { figures: { open: number }; overdue: number }) => [
  figures.open,
  overdue,
];

describe("the districts of 2022 in a province", () => {
  it("hold the figures of their communes, a split commune in one of them; the rest has a line of its own", async () => {
    await addEverywhere();
    const lines = async () => {
      const { groups, own, without } = await listGroups.as(scene.leader, undefined);
      expect(without).toBeNull();
      return [
        ...groups.map((one) => [one.name, one.above, one.communes, ...openOf(one)]),
        own && openOf(own),
      ];
    };
    const expected = [
      ["Huyện Bắc", "Tỉnh Cũ", 1, 2, 2],
      ["Huyện Nam", "Tỉnh Cũ", 1, 3, 0],
      [1, 1],
    ];
    expect(await lines()).toEqual(expected);
    await foldProgress();
    expect(await lines()).toEqual(expected);
  });

  it("sum up to the province, however much is folded", async () => {
    await addEverywhere();
    await foldProgress();
    await addEverywhere();
    const page = await getProgress.as(scene.leader, undefined);
    const { groups, own } = await listGroups.as(scene.leader, undefined);
    const all = [...groups, ...(own ? [own] : [])];
    const sum = (of: (one: (typeof all)[number]) => number) =>
      all.reduce((n, one) => n + of(one), 0);
    expect(sum(({ figures }) => figures.total)).toBe(page.figures.total);
    expect(sum(({ figures }) => figures.open)).toBe(page.figures.open);
    expect(sum(({ overdue }) => overdue)).toBe(page.lateness.overdue);
    const south = await getProgress.as(scene.leader, at(scene.places, 1).id);
    expect(groups[1]?.figures.openByState).toEqual(south.figures.openByState);
  });

  it("list their communes, with those that came from them in part", async () => {
    await addEverywhere();
    const inSouth = await listGroup.as(scene.leader, { unit: undefined, group: south.id });
    expect(inSouth.communes.map((one) => [one.unit.id, ...openOf(one)])).toEqual([
      [at(scene.places, 1).id, 3, 0],
    ]);
    expect(inSouth.communes[0]?.others.map(({ id }) => id)).toEqual([north.id]);
    const inNorth = await listGroup.as(scene.leader, { unit: undefined, group: north.id });
    expect(inNorth.elsewhere.map(({ unit, group }) => [unit.id, group.id])).toEqual([
      [at(scene.places, 1).id, south.id],
    ]);
  });

  it("are closed to who works elsewhere, and a commune has none", async () => {
    const stranger = await makeScene(owner);
    const { leader } = stranger;
    const notFound = { code: "NOT_FOUND" };
    const unit = scene.province.id;
    await expect(listGroups.as(leader, unit)).rejects.toMatchObject(notFound);
    await expect(listGroup.as(leader, { unit, group: south.id })).rejects.toMatchObject(notFound);
    await expect(listGroup.as(leader, { unit: undefined, group: south.id })).rejects.toMatchObject(
      notFound,
    );
    const inCommune = await makeOfficer(owner, { role: "police", unit: at(scene.places, 0) });
    expect((await listGroups.as(inCommune, undefined)).groups).toEqual([]);
  });
});

it("gives the nation its 63 provinces of 2022, which hold all that their communes have", async () => {
  const leader = await makeOfficer(owner, { role: "leader", unit: await makeNation(owner) });
  await addEverywhere();
  const page = await getProgress.as(leader, undefined);
  const { groups, own, without } = await listGroups.as(leader, undefined);
  expect(groups.filter(({ id }) => /^2\d\d$/.test(id))).toHaveLength(63);
  const all = [...groups, ...[own, without].flatMap((one) => one ?? [])];
  expect(all.reduce((sum, { figures }) => sum + figures.total, 0)).toBe(page.figures.total);
  expect(all.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(page.lateness.overdue);
  expect(groups.find(({ name }) => name === "Tỉnh Cũ")?.communes).toBeGreaterThan(0);
});
