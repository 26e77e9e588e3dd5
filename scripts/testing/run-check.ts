import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Child } from "../running/child";
import type { Household } from "../running/household";
import { childEnvironment, packageProgram } from "../running/programs";
import { say, text } from "../running/say";
import type { Check } from "./checks";
import { type Tally, withStatus } from "./tally";

export interface Outcome extends Tally {
  /** One line for people. */
  line: string;
}

/** Runs one check, lets its output through under its name, and counts what ran. */
export async function runCheck(check: Check, household: Household): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "portal-report-"));
  const reportFile = join(folder, "report.json");
  const env = childEnvironment({
    CI: "1",
    NO_COLOR: "1",
    LOG_LEVEL: "silent",
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? "",
  });
  const began = performance.now();
  const program = packageProgram(check.script, check.args(reportFile), {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    // An interrupted run tidies up after itself, as it does on Ctrl+C.
    const child = await household.start({ ...program, stopSignal: "SIGINT" });
    showUnder(check.name, child);
    const isGood = (await child.ended) === "0";
    const tally = withStatus(read(check, reportFile, isGood), isGood);
    const seconds = (performance.now() - began) / 1000;
    const line = text("test.check", { name: text(`test.${check.name}`), seconds, ...tally });
    say(line);
    return { ...tally, line };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(check: Check, reportFile: string, isGood: boolean): Tally {
  if (!check.tally) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  try {
    return check.tally(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch {
    return { passed: 0, failed: 1 }; // it ended before it could report
  }
}

function showUnder(name: string, { process: { stdout, stderr } }: Child): void {
  for (const stream of [stdout, stderr]) {
    if (stream)
      createInterface({ input: stream as Readable }).on("line", (line) => say(`[${name}] ${line}`));
  }
}
