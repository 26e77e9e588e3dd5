import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprint, Journal, OtherRun } from "./journal";
import { RecordsFileProblem } from "./record-rows";
import { runGateway } from "./run-gateway";

const newFile = (name: string) => join(mkdtempSync(join(tmpdir(), "journal-")), name);

test("rows come in any order and leave in theirs, and the journal goes away", async () => {
  const out = newFile("out.csv");
  const journal = await Journal.open(out, "run");
  for (const index of [2, 0, 1]) journal.add(index, `row ${index}, "ô"\n`);
  await journal.finish(out, "titles\n");
  expect(readFileSync(out, "utf8")).toBe('titles\nrow 0, "ô"\nrow 1, "ô"\nrow 2, "ô"\n');
  expect([existsSync(`${out}.part`), existsSync(`${out}.new`)]).toEqual([false, false]);
});

test("who comes back finds what was finished, and not what was half written", async () => {
  const out = newFile("out.csv");
  const first = await Journal.open(out, "run");
  for (const index of [0, 1, 5]) first.add(index, `row ${index}\n`);
  first.close();
  appendFileSync(`${out}.part`, '[2,"row tw');
  const second = await Journal.open(out, "run");
  expect([0, 1, 2, 3, 4, 5].map((index) => second.has(index))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
  expect(second.size).toBe(3);
  for (const index of [3, 2, 4]) second.add(index, `row ${index}\n`);
  await second.finish(out, "");
  expect(readFileSync(out, "utf8")).toBe("row 0\nrow 1\nrow 2\nrow 3\nrow 4\nrow 5\n");
});

test("a journal that was killed before its first line was whole begins anew", async () => {
  const out = newFile("out.csv");
  writeFileSync(`${out}.part`, '{"run":"r');
  const journal = await Journal.open(out, "run");
  expect(journal.size).toBe(0);
  journal.close();
  expect((await Journal.open(out, "run")).size).toBe(0);
});

test("another run's journal is refused and left as it is", async () => {
  const out = newFile("out.csv");
  const journal = await Journal.open(out, "one");
  journal.add(0, "row\n");
  journal.close();
  const before = readFileSync(`${out}.part`, "utf8");
  await expect(Journal.open(out, "two")).rejects.toBeInstanceOf(OtherRun);
  expect(readFileSync(`${out}.part`, "utf8")).toBe(before);
});

test("a run is told by its records and its model", async () => {
  const records = newFile("records.csv");
  writeFileSync(records, "a");
  const one = await fingerprint(records, { version: "v1" });
  expect(await fingerprint(records, { version: "v1" })).toBe(one);
  expect(await fingerprint(records, { version: "v2" })).not.toBe(one);
  writeFileSync(records, "b");
  expect(await fingerprint(records, { version: "v1" })).not.toBe(one);
});

test.each([
  ["name,date\na,b\n", { missing: ["record_id", "full_name", "birth_date", "sex", "id_number"] }],
  ["", { missing: ["record_id", "full_name", "birth_date", "sex", "id_number"] }],
])(
  "a file that is no file of records (%j) is refused before anything is written",
  async (text, of) => {
    const recordsFile = newFile("records.csv");
    const outFile = newFile("out.csv");
    writeFileSync(recordsFile, text);
    const model = {} as never;
    const running = runGateway({ recordsFile, outFile, gatewayUrl: "http://127.0.0.1:9", model });
    await expect(running).rejects.toBeInstanceOf(RecordsFileProblem);
    await expect(running).rejects.toMatchObject({ of });
    expect(existsSync(`${outFile}.part`)).toBe(false);
  },
);
