import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "../factories/owner";
import { loadRegistry } from "./load";
import { needsKeys, rekeyRegistry } from "./rekey";

const owner = ownerClient();
let folder: string;
beforeAll(async () => {
  await owner.connect();
  folder = await mkdtemp(join(tmpdir(), "portal-registry-"));
});
afterAll(async () => {
  await owner.end();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => owner.query("truncate person, person_key, registry_snapshot"));

const TITLES = "person_id,id_number,old_ids,full_name,birth_date,sex,address,commune_code";
const line = (i: number, name = "Nguyễn Thị Hòa") =>
  `P${i},0791850${String(i).padStart(5, "0")},,${name},12/03/1985,Nữ,Ấp 3,25459`;

async function load(lines: readonly string[]) {
  const file = join(folder, "registry.csv");
  await writeFile(file, [TITLES, ...lines].join("\n"));
  return loadRegistry(owner, file, { readingDate: "2022-04-01" });
}

const people = async () =>
  (await owner.query("select source_person_id, full_name, id from person order by 1")).rows;
const keys = async () =>
  (await owner.query("select key::text, person_id from person_key order by 2, 1")).rows;
const indexes = async () =>
  (
    await owner.query(
      "select indexname, indexdef from pg_indexes where tablename in ('person', 'person_key') order by 1",
    )
  ).rows;

describe("loading a snapshot", () => {
  it("leaves the indexes and constraints as they were", async () => {
    const before = await indexes();
    expect(before.length).toBeGreaterThan(4);
    await load([line(1), line(2)]);
    expect(await indexes()).toEqual(before);
    const valid =
      "select count(*)::int as n from pg_constraint where conrelid = 'person'::regclass and contype = 'p'";
    expect((await owner.query(valid)).rows).toEqual([{ n: 1 }]);
  });

  it("keeps the ids of people who are there, whether the file is large or small beside them", async () => {
    await load(Array.from({ length: 50 }, (_, i) => line(i)));
    const first = await people();
    await load([line(3, "Trần Văn Nam")]);
    const small = await people();
    expect(small.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(small.filter(({ full_name: name }) => name === "Trần Văn Nam")).toHaveLength(1);
    await load(Array.from({ length: 60 }, (_, i) => line(i)));
    const large = await people();
    expect(large).toHaveLength(60);
    const idOf = new Map(large.map((row) => [row.source_person_id, row.id]));
    for (const row of first) expect(idOf.get(row.source_person_id)).toBe(row.id);
    const unkeyed =
      "select count(*)::int as n from person p where not exists (select from person_key k where k.person_id = p.id)";
    expect((await owner.query(unkeyed)).rows).toEqual([{ n: 0 }]);
  });

  it("takes the last line of a person who is named twice", async () => {
    await load([line(1), line(1, "Trần Văn Nam")]);
    expect(await people()).toMatchObject([{ full_name: "Trần Văn Nam" }]);
  });
});

it("makes the same keys from the tables as from the file", async () => {
  await load([line(1), line(2, "Lê Văn Tám"), "P3,,301237570|079085000009,Điểu K'Sơn,1950,,,"]);
  const loaded = await keys();
  expect(await needsKeys(owner)).toBe(false);
  await owner.query("update person_key set key = key + 1");
  expect(await needsKeys(owner)).toBe(true);
  await owner.query("truncate person_key");
  expect(await needsKeys(owner)).toBe(true);
  expect(await rekeyRegistry(owner)).toBe(3);
  expect(await keys()).toEqual(loaded);
});
