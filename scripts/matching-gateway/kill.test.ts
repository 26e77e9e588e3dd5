import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { makeFiles } from "./people.fixture";
import { type GatewayProgress, runGateway } from "./run-gateway";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const PEOPLE = 600;
const PATIENCE = {
  concurrency: 8,
  perSecond: 5_000,
  backoff: { baseMs: 10, mostMs: 50 },
  breaker: { failures: 5, openMs: 50 },
  patienceMs: 400,
};

const files = makeFiles(PEOPLE);
const children = new Set<ChildProcess>();

/** Runs one of the project's programs as a process of its own. */
function start(program: string, ...args: string[]): ChildProcess {
  const env = { ...process.env, REGISTRY_GATEWAY_RATE: "300" };
  const child = spawn(process.execPath, ["scripts/run.cjs", program, ...args], {
    cwd: PROJECT,
    env,
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}

function textOf(
  child: ChildProcess,
  stream: "stdout" | "stderr",
  pattern: RegExp,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child[stream]?.on("data", (part) => {
      said += part;
      const found = pattern.exec(said);
      if (found) resolve(found[0]);
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));

async function startSimulator() {
  const faults = ["--latency", "4", "--jitter", "4", "--errors", "0.05", "--seed", "7"];
  const child = start("registry-simulator", files.registry, "--port", "0", ...faults);
  return { child, url: await textOf(child, "stdout", /http:\/\/[\d.:]+/) };
}

const outOf = (name: string) => join(files.folder, `${name}.csv`);

function run(name: string, gatewayUrl: string, onProgress?: (p: GatewayProgress) => void) {
  const outFile = outOf(name);
  const from = { recordsFile: files.records, gatewayUrl, outFile, model: MODEL_V1 };
  return runGateway({ ...from, settings: PATIENCE, ...(onProgress ? { onProgress } : {}) });
}

let undisturbed: Buffer;
let questions: number;

beforeAll(async () => {
  const { child, url } = await startSimulator();
  const done = await run("undisturbed", url);
  questions = done.asked;
  undisturbed = readFileSync(outOf("undisturbed"));
  child.kill();
}, 60_000);
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

test("an undisturbed run says something of every row, in their order", () => {
  const [titles, ...lines] = undisturbed.toString().trimEnd().split("\n");
  expect(titles).toBe(
    "record_id,outcome,person_id,score,second_person_id,second_score,classes,explanation",
  );
  expect(lines).toHaveLength(PEOPLE + 2);
  expect(lines.slice(0, PEOPLE).map((line) => line.split(",")[0])).toEqual(
    Array.from({ length: PEOPLE }, (_, at) => `R${at}`),
  );
  const outcomes = new Set(lines.map((line) => /,(\w+),,,,,/.exec(line)?.[1]));
  expect([...outcomes].sort()).toEqual([
    "insufficient",
    "matched",
    "not_applicable",
    "repaired",
    "unmatched",
  ]);
  expect(lines.at(-2)).toBe(
    `"'=R,""quoted""",insufficient,,,,,,Dòng có 4 ô trong khi dòng tiêu đề có 6 ô; hãy kiểm tra dấu phân cách và dấu ngoặc kép của dòng này.`,
  );
  expect(lines.at(-1)).toMatch(/^,insufficient,,,,,,Dòng thiếu mã hồ sơ/);
});

test("every question is in the log with purpose, repairs and answer, and nobody's name or number", () => {
  const log = readFileSync(`${outOf("undisturbed")}.questions.csv`, "utf8");
  const [titles, ...lines] = log.trimEnd().split("\n");
  expect(titles).toBe("asked_at,record_id,purpose,number,repairs,answer,sendings");
  expect(lines).toHaveLength(questions);
  for (const line of lines) {
    expect(line).toMatch(
      /^\d{4}-[\d-]+T[\d:.]+Z,"R\d+",vaccination-record-matching,[1-5],[\w.+]*,(true|false),\d+$/,
    );
  }
  expect(log).toContain(",2,idNumber.restored,true,");
});

describe("a run that is broken off is finished later with the same bytes", () => {
  test("the simulator is killed in the middle of it", async () => {
    const first = await startSimulator();
    const broken = run("gateway-killed", first.url, ({ done }) => {
      if (done >= 200) first.child.kill("SIGKILL");
    });
    await expect(broken).rejects.toMatchObject({ kind: "down" });
    expect(existsSync(outOf("gateway-killed"))).toBe(false);
    const kept = readFileSync(`${outOf("gateway-killed")}.part`, "utf8").split("\n").length - 2;
    expect(kept).toBeGreaterThanOrEqual(200);
    expect(kept).toBeLessThan(PEOPLE);

    const again = run("gateway-killed", first.url);
    await expect(again, "still down").rejects.toMatchObject({ kind: "down" });

    const second = await startSimulator();
    const { done, asked } = await run("gateway-killed", second.url);
    expect(done).toBe(PEOPLE + 2);
    expect(asked).toBeLessThan(questions - 80);
    expect(readFileSync(outOf("gateway-killed")).equals(undisturbed)).toBe(true);
    expect(existsSync(`${outOf("gateway-killed")}.part`)).toBe(false);
    second.child.kill();
  }, 60_000);

  test("the process itself is killed, and what was half written does not count", async () => {
    const simulator = await startSimulator();
    const outFile = outOf("process-killed");
    const order = [files.records, "--gateway", simulator.url, "--out", outFile];
    const killed = start("match", ...order);
    const size = () => (existsSync(`${outFile}.part`) ? readFileSync(`${outFile}.part`).length : 0);
    while (size() < 20_000) await sleep(20);
    killed.kill("SIGKILL");
    await ended(killed);
    expect(existsSync(outFile)).toBe(false);

    const finishing = start("match", ...order);
    expect(await ended(finishing)).toBe(0);
    expect(readFileSync(outFile).equals(undisturbed)).toBe(true);
    simulator.child.kill();
  }, 60_000);

  test("without a gateway the command ends with one sentence that says how to go on", async () => {
    const order = [files.records, "--gateway", "http://127.0.0.1:9", "--out", outOf("nobody")];
    const child = start("match", ...order);
    const [sentence, code] = await Promise.all([textOf(child, "stderr", /.+\n/), ended(child)]);
    expect(code).toBe(1);
    expect(sentence).toMatch(/không trả lời.*chạy lại đúng lệnh này để làm tiếp/);
  }, 60_000);
});
