import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readModelFile } from "@/lib/domain/matching/model-schema";
import { translatorFor } from "@/lib/i18n/translator";
import { writeFiles } from "@/prisma/factories/synthetic/files/write-files";
import { generatePopulation } from "@/prisma/factories/synthetic/population";
import { readOrder } from "./arguments";
import { FitError, fitFiles } from "./fit-files";
import { readPerson, readRecord } from "./read-rows";
import { TableError } from "./read-table";

const folder = mkdtempSync(join(tmpdir(), "model-fit-"));
const file = (name: string) => join(folder, name);
const FILES = [file("records.csv"), file("registry.csv")];
const NO_DECISIONS = "record_id,person_id,decision\n";

function order(out: string, more: string[] = []) {
  const read = readOrder([...FILES, "--out", file(out), "--sample", "3000", ...more]);
  if ("code" in read) throw new Error(read.code);
  return read;
}

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  const population = { people: 1_500, records: 1_500, seed: 11, profile: "march-2022" } as const;
  await writeFiles(generatePopulation(population), {
    folder,
    layout: "person",
    files: "plain",
    openWorkbook: () => ({ add: () => {}, ready: async () => {}, close: async () => {} }),
    onProgress: () => {},
  });
  await fitFiles(order("one.json"));
}, 120_000);

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const modelIn = (name: string) => {
  const read = readModelFile(readFileSync(file(name), "utf8"));
  if (!read.ok) throw new Error(read.code);
  return read.value;
};

test("two files give a model that can be read again", () => {
  const model = modelIn("one.json");
  expect(model).toMatchObject({ version: "v2", parent: "v1" });
  expect(model.fitted).toMatchObject({ people: 1_500, seed: 1, decisions: 0 });
  expect(model.calibration).toBeUndefined();
  expect(model.fields.fullName.same?.m).toBeGreaterThan(0.8);
  expect(model.fields.idNumber.different?.weight).toBeLessThan(-3);
});

test("the same files give the same bytes", async () => {
  await fitFiles(order("two.json"));
  expect(readFileSync(file("two.json"), "utf8")).toBe(readFileSync(file("one.json"), "utf8"));
}, 60_000);

test("what officers decided changes the model", async () => {
  const rows = readFileSync(file("truth.csv"), "utf8").split("\n").slice(1, 400);
  const said = rows.map((row) => row.split(",").slice(0, 2)).filter(([, person]) => person);
  const lines = said.map(([record, person]) => `${record},${person},confirmed`);
  writeFileSync(file("decisions.csv"), NO_DECISIONS + lines.join("\n"));
  await fitFiles(order("three.json", ["--decisions", file("decisions.csv")]));
  expect(modelIn("three.json").fitted?.decisions).toBe(lines.length);
}, 60_000);

test("too few judged records give no thresholds, and no file", async () => {
  const truth = order("four.json", ["--truth", file("truth.csv")]);
  await expect(fitFiles(truth)).rejects.toMatchObject({ code: "noThreshold" });
  expect(() => readFileSync(file("four.json"))).toThrow();
}, 60_000);

describe("one clear refusal for", () => {
  test.each([
    [[], "usage"],
    [[FILES[0]], "usage"],
    [[...FILES], "usage"],
    [[...FILES, "more.csv", "--out", "x"], "usage"],
    [[...FILES, "--out", "x", "--colour", "red"], "usage"],
    [[...FILES, "--out", "x", "--seed", "one"], "number"],
    [[...FILES, "--out", "x", "--people", "0"], "number"],
    [[...FILES, "--out", "x", "--version", "V 2"], "version"],
    [[...FILES, "--out", "x", "--date", "1/2/2022"], "date"],
    [[FILES[0], file("nobody.csv"), "--out", "x"], "noFile"],
    [[...FILES, "--out", "x", "--truth", file("nobody.csv")], "noFile"],
    [[folder, FILES[1], "--out", "x"], "noFile"],
    [[...FILES, "--out", join(folder, "nowhere", "x")], "unwritable"],
  ])("the order %j", (args, code) => {
    expect(readOrder(args.filter((one) => one !== undefined))).toMatchObject({ code });
  });

  test("every refusal has a sentence in both languages", () => {
    const codes = [
      "usage",
      "number",
      "version",
      "date",
      "noFile",
      "unwritable",
      "columns",
    ] as const;
    for (const locale of ["vi", "en"] as const) {
      const translate = translatorFor(locale, "matching.modelFit");
      for (const code of codes) {
        const sentence = translate(code, { name: "f.csv", columns: "sex" } as never);
        expect(sentence).not.toContain("modelFit");
        expect(sentence.length).toBeGreaterThan(15);
      }
      expect(translate("usage")).toContain("--out <");
    }
  });

  test("a file that is another table", async () => {
    const swapped = { ...order("x.json"), records: FILES[1] ?? "" };
    await expect(fitFiles(swapped)).rejects.toBeInstanceOf(TableError);
    await expect(fitFiles(swapped)).rejects.toMatchObject({
      code: "columns",
      params: { columns: "record_id" },
    });
  });

  test("a file that is no table, or an empty one", async () => {
    writeFileSync(file("broken.csv"), 'record_id,full_name,birth_date,sex,id_number\n1,"a,b\n');
    writeFileSync(file("empty.csv"), "record_id,full_name,birth_date,sex,id_number\n");
    const broken = { ...order("x.json"), records: file("broken.csv") };
    const empty = { ...order("x.json"), records: file("empty.csv") };
    await expect(fitFiles(broken)).rejects.toMatchObject({ code: "notCsv" });
    await expect(fitFiles(empty)).rejects.toMatchObject({ code: "noRows" });
  });

  test("a base that is no model, and decisions of another kind", async () => {
    writeFileSync(file("base.json"), "{}");
    writeFileSync(file("odd.csv"), `${NO_DECISIONS}1,2,perhaps\n`);
    await expect(fitFiles({ ...order("x.json"), base: file("base.json") })).rejects.toBeInstanceOf(
      FitError,
    );
    await expect(
      fitFiles({ ...order("x.json"), decisions: file("odd.csv") }),
    ).rejects.toMatchObject({ code: "badDecision" });
  });
});

describe("rows", () => {
  test("1 is male and 0 female", () => {
    const sexOf = (sex: string) => readRecord({ record_id: "1", sex }).sex;
    expect([sexOf("1"), sexOf("0"), sexOf("Nữ"), sexOf("?")]).toEqual([
      "male",
      "female",
      "female",
      null,
    ]);
  });

  test("where there is no column of numbers, the person's id is the number", () => {
    expect(readPerson({ person_id: "079185001234" }).idNumber).toBe("079185001234");
    expect(readPerson({ person_id: "P1", id_number: "" }).idNumber).toBeNull();
  });
});
