import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { VERIFY_PATH } from "@/lib/domain/matching/gateway/protocol";
import { Faults } from "./faults";
import { KeySet } from "./key-set";
import { RegistryFileProblem, readRegistry } from "./read-registry";
import { NO_FAULTS, type Simulator, type SimulatorSettings, startSimulator } from "./server";

const HOA = {
  requestId: "q1",
  purpose: "test",
  fullName: "Nguyễn Thị Hòa",
  birthDate: "1985-03-12",
  sex: "female",
  idNumber: "079185001234",
};

const TITLES = "person_id,id_number,old_ids,full_name,birth_date,sex";
const LINES = [
  "P1,079185001234,024123457|024999999,Nguyễn Thị Hòa,12/03/1985,Nữ",
  "P2,079050001234,,Lê Văn Tư,1950,Nam",
  "P3,,024123458,Trần Văn Không Số,01/02/1960,Nam",
];

function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "simulator-")), "registry.csv");
  writeFileSync(file, `\uFEFF${lines.join("\r\n")}\r\n`);
  return file;
}

let running: Simulator | undefined;
afterEach(() => running?.close());

async function start(settings: Partial<SimulatorSettings> = {}, oldNumbers = false) {
  const { keys } = await readRegistry(fileOf(TITLES, ...LINES), { oldNumbers });
  running = await startSimulator(keys, { ...NO_FAULTS, ...settings, port: 0 });
  return running;
}

function ask(given: object = {}, init: RequestInit = {}) {
  const body = JSON.stringify({ ...HOA, ...given });
  return fetch(`${running?.url}${VERIFY_PATH}`, { method: "POST", body, ...init });
}

const resultOf = async (given: object) => (await (await ask(given)).json()).result;

describe("only right or wrong comes back", () => {
  test("with the question's own id", async () => {
    await start();
    const answer = await (await ask()).json();
    expect(answer).toEqual({ requestId: "q1", result: true });
  });

  test.each([
    [true, {}],
    [true, { fullName: "NGUYỄN  THỊ\u00A0HÒA " }],
    [true, { fullName: "Nguyễn Thị Hòa".normalize("NFD") }],
    [true, { precision: "day" }],
    [false, { fullName: "Nguyễn Thị Hoà" }],
    [false, { fullName: "Nguyen Thi Hoa" }],
    [false, { birthDate: "1985-12-03" }],
    [false, { birthDate: "1985-03-12", precision: "year" }],
    [false, { sex: "male" }],
    [false, { idNumber: "79185001234" }],
    [false, { idNumber: "079 185 001 234" }],
    [false, { idNumber: "024123457" }],
    [
      true,
      {
        fullName: "Lê Văn Tư",
        birthDate: "1950-01-01",
        precision: "year",
        sex: "male",
        idNumber: "079050001234",
      },
    ],
  ])("%s for %o", async (expected, given) => {
    await start();
    expect(await resultOf(given)).toBe(expected);
  });

  test("older numbers count when that is asked for", async () => {
    await start({}, true);
    expect(await resultOf({ idNumber: "024999999" })).toBe(true);
    expect(await resultOf({ idNumber: "024123458" })).toBe(false);
  });
});

describe("what is no question", () => {
  test.each([
    [400, {}, { body: "{" }],
    [400, { fullName: "" }, {}],
    [400, { purpose: undefined }, {}],
    [400, { birthDate: "12/03/1985" }, {}],
    [400, { sex: "x" }, {}],
    [405, {}, { method: "GET", body: null }],
  ])("is refused with %i: %o %o", async (status, given, init) => {
    await start();
    expect((await ask(given, init)).status).toBe(status);
  });
  test("another address is not there", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/v1/people`)).status).toBe(404);
  });
});

describe("faults that can be set", () => {
  test("too many questions a second are told when to come back", async () => {
    await start({ limit: 1 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
    const late = answers.filter((one) => one.status === 429);
    expect(late.length).toBeGreaterThanOrEqual(6);
    expect(late[0]?.headers.get("retry-after")).toBe("1");
  });

  test("errors are 500, timeouts never answer", async () => {
    await start({ errors: 1 });
    expect((await ask()).status).toBe(500);
    await running?.close();
    await start({ timeouts: 1 });
    await expect(ask({}, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
  });

  const drawn = (seed: number, order: number[]) => {
    const faults = new Faults({ errors: 0.2, timeouts: 0.1, seed });
    return order.map((question) => [question, faults.draw(`question ${question}`)] as const);
  };
  const QUESTIONS = Array.from({ length: 2_000 }, (_, at) => at);

  test("come to the shares that were set", () => {
    const kinds = drawn(1, QUESTIONS).map(([, fault]) => fault);
    expect(kinds.filter((kind) => kind === "error").length / 2_000).toBeCloseTo(0.2, 1);
    expect(kinds.filter((kind) => kind === "timeout").length / 2_000).toBeCloseTo(0.1, 1);
  });
  test("are the same for the same seed in whatever order, and others for another", () => {
    const backwards = drawn(1, [...QUESTIONS].reverse()).reverse();
    expect(backwards).toEqual(drawn(1, QUESTIONS));
    expect(drawn(2, QUESTIONS)).not.toEqual(backwards);
  });
  test("do not stick to a question: asked again it is drawn anew", () => {
    const faults = new Faults({ errors: 0.5, timeouts: 0, seed: 3 });
    const fates = Array.from({ length: 50 }, (_, at) => {
      let times = 1;
      while (faults.draw(`${at}`)) times += 1;
      return times;
    });
    expect(Math.max(...fates)).toBeLessThan(15);
  });
});

describe("reading the registry", () => {
  test("counts who can be asked about", async () => {
    const { people, passedOver, keys } = await readRegistry(fileOf(TITLES, ...LINES));
    expect({ people, passedOver, size: keys.size }).toEqual({ people: 2, passedOver: 1, size: 2 });
  });
  test("takes person_id for the number where that column is missing", async () => {
    const file = fileOf(
      "person_id,full_name,birth_date,sex",
      "079185001234,Nguyễn Thị Hòa,12/03/1985,0",
    );
    const { keys } = await readRegistry(file);
    running = await startSimulator(keys, { ...NO_FAULTS, port: 0 });
    expect(await resultOf({})).toBe(true);
  });
  test.each([
    [
      ["name,date", "x,y"],
      ["person_id", "full_name", "birth_date", "sex"],
    ],
    [[TITLES, 'P1,"079185'], []],
  ])("refuses %o", async (lines, missing) => {
    const reading = readRegistry(fileOf(...lines));
    await expect(reading).rejects.toBeInstanceOf(RegistryFileProblem);
    await expect(reading).rejects.toMatchObject({ missing });
  });
  test("refuses a folder without falling over", async () => {
    await expect(readRegistry(tmpdir())).rejects.toMatchObject({ code: "EISDIR" });
  });
});

test("a set of two hundred thousand texts holds them and no others", () => {
  const set = new KeySet();
  for (let at = 0; at < 200_000; at++) set.add(`079${at}|name ${at % 7}`);
  set.add("0790|name 0");
  expect(set.size).toBe(200_000);
  for (let at = 0; at < 200_000; at++) {
    if (!set.has(`079${at}|name ${at % 7}`) || set.has(`079${at}|name ${(at % 7) + 1}`)) {
      throw new Error(`wrong about ${at}`);
    }
  }
});
