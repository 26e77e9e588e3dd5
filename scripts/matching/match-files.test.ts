import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { generatePopulation } from "@/prisma/factories/synthetic/population";
import type { FileProblem } from "./file-problem";
import { matchPlainly } from "./plain-engine.fixture";
import { matchFiles } from "./run-files";

const RECORD_TITLES = "record_id,full_name,birth_date,sex,id_number,phone,address,commune_code";
const PERSON_TITLES = "person_id,id_number,old_ids,full_name,birth_date,sex,address,commune_code";
const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (...cells: string[]) => cells.map(cell).join(",");

function writeTables(folder: string) {
  const { people, records } = generatePopulation({ people: 6000, records: 5000, seed: 31 });
  const persons = [...people].map((p) =>
    line(
      p.personId,
      p.idNumber,
      p.oldIds.join("|"),
      p.fullName,
      p.birthDate,
      p.sex,
      p.address,
      p.communeCode,
    ),
  );
  const rows = [...records].map((r) =>
    line(r.recordId, r.fullName, r.birthDate, r.sex, r.idNumber, r.phone, r.address, r.communeCode),
  );
  writeFileSync(join(folder, "registry.csv"), [PERSON_TITLES, ...persons, ""].join("\n"));
  writeFileSync(join(folder, "records.csv"), [RECORD_TITLES, ...rows, ""].join("\n"));
}

let folder = "";
const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-match-"));
  writeTables(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(names: { records?: string; registry?: string; out?: string; threads?: number } = {}) {
  return matchFiles({
    recordsFile: path(names.records ?? "records.csv"),
    registryFile: path(names.registry ?? "registry.csv"),
    outFile: path(names.out ?? "result.csv"),
    model: CURRENT_MODEL,
    threads: names.threads ?? 1,
    onProgress: () => undefined,
  });
}

describe("files against files", () => {
  it("gives what the engine gives record by record, the same bytes with any number of threads", async () => {
    const report = await run();
    expect(report).toMatchObject({ people: 6000, skippedPeople: 0, records: 5000 });
    const [titles, ...lines] = text("result.csv").trimEnd().split("\n");
    expect(titles).toBe(
      "record_id,outcome,person_id,score,second_person_id,second_score,classes,explanation",
    );
    expect(lines).toEqual(matchPlainly(text("records.csv"), text("registry.csv"), CURRENT_MODEL));
    await run({ out: "three.csv", threads: 3 });
    expect(text("three.csv")).toBe(text("result.csv"));
  }, 120_000);

  it("says of a wrong row what is wrong, and goes on", async () => {
    const [, good = ""] = text("records.csv").split("\n");
    const rows = [
      RECORD_TITLES,
      "x1,Nguyễn Thị Hòa,12/03/1985",
      ",Nguyễn,1985,Nam,,,,",
      "x3,,1985,Nam,,,,",
      good,
      "=x5,A B,31/02/1985,?,12,,,",
    ];
    writeFileSync(path("wrong.csv"), `\uFEFF${rows.join("\r\n")}`);
    const report = await run({ records: "wrong.csv", out: "wrong-out.csv" });
    expect(report.records).toBe(5);
    const lines = text("wrong-out.csv").trimEnd().split("\n").slice(1);
    expect(lines[0]).toMatch(/^x1,insufficient,,,,,,Dòng có 3 ô/);
    expect(lines[1]).toMatch(/^,insufficient,.*record_id/);
    expect(lines[2]).toMatch(/^x3,insufficient,.*họ và tên/);
    expect(lines[3]?.split(",")[0]).toBe(good.split(",")[0]);
    expect(lines[4]).toMatch(/^'=x5,insufficient,/);
  }, 60_000);

  it("reads semicolons, columns in another order, unknown ones, and a registry without id_number", async () => {
    writeFileSync(
      path("odd.csv"),
      "note;sex;id_number;birth_date;full_name;record_id\nx;F;079185001234;1985-03-12;NGUYEN THI HOA;r1\nx;0;79185001234;12/03/1985;Nguyễn Thị Hòa;r2\n",
    );
    writeFileSync(
      path("odd-registry.csv"),
      "full_name,person_id,sex,birth_date\nNguyễn Thị Hòa,079185001234,Nữ,12/03/1985\n",
    );
    await run({ records: "odd.csv", registry: "odd-registry.csv", out: "odd-out.csv" });
    const lines = text("odd-out.csv").split("\n");
    expect(lines[1]).toMatch(/^r1,matched,079185001234,/);
    expect(lines[2]).toMatch(/^r2,repaired,079185001234,.*id_number:leading_zero/);
  }, 60_000);
});

test.each<[string, FileProblem["code"], string]>([
  ["no such file", "missing", ""],
  ["nothing in it", "empty", ""],
  ["a column missing", "columns", "record_id,full_name,birth_date,sex\n"],
  ["a column twice", "repeated", "record_id,full_name,birth_date,sex,id_number,sex\n"],
  ["no text", "notText", "record_id\u0000,full_name\n"],
])("a file with %s is refused before anything is written", async (_, code, content) => {
  const name = `${code}.csv`;
  if (code !== "missing") writeFileSync(path(name), content);
  await expect(run({ records: name })).rejects.toMatchObject({
    code,
  } satisfies Partial<FileProblem>);
});
