import { afterAll, beforeAll, expect, it } from "vitest";
import { startRun } from "@/lib/server/matching/commands";
import { listGroups } from "@/lib/server/matching/groups";
import { getRun } from "@/lib/server/matching/queries";
import { importList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { matchJob } from "./match";

const owner = ownerClient();
let station: Station;
let batchId: string;
let runId: string;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  ({ batchId, runId } = await importList(owner, station.coordinator, { file: await aList() }));
});
afterAll(() => owner.end());

let listed = 0;
function line(person: ListPerson): ListPerson {
  listed += 1;
  const { province, name: communeName } = station.commune;
  return { ...person, sex: "Nữ", sourceId: `D${listed}`, provinceName: province.name, communeName };
}

/** Two of one person, two under one number of whom one has another name, two without a number, one alone. */
async function aList(): Promise<Blob> {
  const [twice, shared, bare, alone] = [
    inventPerson(),
    inventPerson(),
    inventPerson(),
    inventPerson(),
  ];
  for (const person of [twice, shared, alone]) await makePerson(owner, person);
  const without = { ...bare, idNumber: "", phone: "0901234567" };
  const people = [
    line(twice),
    line({ ...twice, fullName: twice.fullName.toUpperCase() }),
    line(shared),
    line({ ...shared, fullName: "Trần Văn Nam" }),
    line(without),
    line(without),
    line({ ...without, phone: "0907654321" }),
    line(alone),
    line({ ...alone, idNumber: "111111111" }),
    line({ ...inventPerson(), idNumber: "111111111" }),
  ];
  return csvFile(listRows(people));
}

const groups = async () => {
  const { groups: found } = await listGroups.as(station.coordinator, {});
  return found
    .map(({ kind, members }) => ({ kind, size: members.length }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
};
const ALL = [
  { kind: "contact", size: 2 },
  { kind: "number", size: 2 },
  { kind: "person", size: 2 },
];

async function again(): Promise<number | null> {
  const started = await startRun.as(station.coordinator, { batchId });
  if (!started.ok) throw new Error(started.error.code);
  await matchJob({ runId: started.data.runId, officerId: station.coordinator.officerId });
  return (await getRun.as(station.coordinator, started.data.runId)).groups;
}

it("finds records of one person, of one number, and alike without a number", async () => {
  expect((await getRun.as(station.coordinator, runId)).groups).toBe(3);
  expect(await groups()).toEqual(ALL);
});

it("masks the numbers, and shows nothing to another area", async () => {
  const { groups: found } = await listGroups.as(station.coordinator, {});
  const numbers = found.flatMap(({ members }) => members.map(({ idNumber }) => idNumber));
  expect(numbers.filter(Boolean)).toHaveLength(4);
  for (const number of numbers) expect(number ?? "0790****1234").toMatch(/^\d{4}\*{4}\d{4}$/);
  const stranger = (await makeStation(owner)).coordinator;
  expect(await listGroups.as(stranger, {})).toEqual({ groups: [], next: null });
});

it("finds the same groups again, and forgets one whose records have nothing in common any more", async () => {
  const ids = async () => (await listGroups.as(station.coordinator, {})).groups.map(({ id }) => id);
  const before = await ids();
  // Records with open work are left alone; the two that agree with one person are compared.
  await again();
  expect(await ids()).toEqual(before);
  expect(await groups()).toEqual(ALL);
  await owner.query(
    "update record set phone = '0911111111' where batch_id = $1 and source_id = 'D5'",
    [batchId],
  );
  await again();
  expect(await groups()).toEqual(ALL.slice(1));
});
