import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { readHeader } from "@/lib/domain/imports/header";
import { generatePopulation } from "../population";
import { openCsv } from "./csv-file";
import { platformRows, platformTitles } from "./platform-rows";
import { type FilesOrder, writeFiles } from "./write-files";
import { fixZipDates } from "./zip-dates";

const folder = mkdtempSync(join(tmpdir(), "synthetic-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const population = generatePopulation({ people: 500, records: 200, seed: 7 });
const records = [...population.records];
const rowsOf = (path: string): string[][] => parse(readFileSync(path, "utf8"));

describe("platform lists", () => {
  it.each(["person", "dose"] as const)("are read as what they are: %s layout", (layout) => {
    const titles = platformTitles(layout);
    expect(readHeader(titles)).toMatchObject({ ok: true, layout, profile: "platform", unread: [] });
  });

  it("have one row a person, or one row a dose and one for a person without any", () => {
    const count = (layout: "person" | "dose") =>
      records.flatMap((record) =>
        platformRows(record, { layout, ordinal: 1, titles: platformTitles(layout) }),
      ).length;
    expect(count("person")).toBe(200);
    const doses = records.map((record) => Math.max(1, record.doses.length));
    expect(count("dose")).toBe(doses.reduce((sum, each) => sum + each, 0));
  });

  it("put every value under its title", () => {
    const record = records.find(({ doses }) => doses.length === 3);
    if (!record) throw new Error("nobody with three doses");
    const titles = platformTitles("person");
    const [row = []] = platformRows(record, { layout: "person", ordinal: 5, titles });
    const cell = (title: string) => row[titles.indexOf(title)];
    expect(cell("STT")).toBe("5");
    expect(cell("Mã đối tượng")).toBe(record.recordId);
    expect(cell("Xã")).toBe(record.communeName);
    expect(cell("Ngày tiêm 3")).toBe(record.doses[2]?.date);
    expect(cell("Mũi 4")).toBe("");
  });
});

const order = (into: string): FilesOrder => ({
  folder: into,
  layout: "person",
  files: "all",
  openWorkbook: openCsv,
  onProgress: () => {},
});

it("files hold the whole population and the truth about it", async () => {
  const written = await writeFiles(population, order(folder));
  expect(written).toMatchObject({ people: 500, records: 200 });
  const [head, ...registry] = rowsOf(join(folder, "registry.csv"));
  expect(head?.join()).toBe(
    "person_id,id_number,old_ids,full_name,birth_date,sex,address,commune_code",
  );
  const people = new Set(registry.map(([personId]) => personId));
  expect(people.size).toBe(500);
  expect(rowsOf(join(folder, "records.csv"))[0]?.join()).toBe(
    "record_id,full_name,birth_date,sex,id_number,phone,address,commune_code",
  );
  const [, ...truth] = rowsOf(join(folder, "truth.csv"));
  expect(truth.map(([recordId]) => recordId)).toEqual(records.map(({ recordId }) => recordId));
  expect(truth.every(([, personId]) => personId === "" || people.has(personId ?? ""))).toBe(true);
  expect(written.outside).toBe(truth.filter(([, personId]) => personId === "").length);
  expect(rowsOf(join(folder, "platform.csv"))).toHaveLength(201);
});

it("the plain files alone are the same, without the platform's lists", async () => {
  const [all, alone] = ["all", "alone"].map((name) => join(folder, name)) as [string, string];
  const options = { people: 500, records: 500, seed: 7 };
  await writeFiles(generatePopulation(options), order(all));
  const bare = generatePopulation({ ...options, bare: true });
  await writeFiles(bare, { ...order(alone), files: "plain" });
  expect(readdirSync(alone).sort()).toEqual(["records.csv", "registry.csv", "truth.csv"]);
  for (const name of readdirSync(alone)) {
    expect(readFileSync(join(alone, name)).equals(readFileSync(join(all, name))), name).toBe(true);
  }
});

it("cells with commas, quotes and lines come back as they were", async () => {
  const path = join(folder, "odd.csv");
  const cells = ['a,"b"', "two\nlines", " spaces ", "", "H' Hen"];
  const table = openCsv(path);
  table.add(cells);
  await table.close();
  expect(rowsOf(path)).toEqual([cells]);
});

describe("the command", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/generate.ts", ...args], {
      encoding: "utf8",
      env: { ...process.env, PORTAL_LOCALE: "vi" },
    });
  const line = (out: string) => [
    "--people",
    "300",
    "--records",
    "100",
    "--seed",
    "7",
    "--out",
    out,
  ];

  it("writes the same bytes for the same seed, the workbook too", { timeout: 60_000 }, () => {
    const [one, two] = ["one", "two"].map((name) => join(folder, name)) as [string, string];
    for (const out of [one, two]) expect(run(...line(out)).status).toBe(0);
    for (const name of [
      "registry.csv",
      "records.csv",
      "truth.csv",
      "platform.csv",
      "platform.xlsx",
    ]) {
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name).toBe(true);
    }
  });

  it("says in one sentence what is wrong, and ends with 2", { timeout: 60_000 }, () => {
    const { status, stderr } = run("--people", "10", "--records", "20", "--out", folder);
    expect(status).toBe(2);
    expect(stderr.trim()).toBe("Số hồ sơ (20) không được lớn hơn số người (10).");
  });
});

it("a file that is no zip is not touched", () => {
  const path = join(folder, "no.zip");
  writeFileSync(path, "x".repeat(100));
  expect(() => fixZipDates(path)).toThrow();
  expect(readFileSync(path, "utf8")).toBe("x".repeat(100));
});
