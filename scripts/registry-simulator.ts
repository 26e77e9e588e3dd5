// A registry that answers right or wrong: npm run registry:simulator -- <registry.csv> [--port 4010]
//   [--latency ms] [--jitter ms] [--errors share] [--timeouts share] [--limit rps] [--seed n] [--old-numbers]
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { say, text } from "./running/say";
import { RegistryFileProblem, readRegistry } from "./simulator/read-registry";
import { NO_FAULTS, type Simulator, startSimulator } from "./simulator/server";

const WRONG_USE = 2;

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(WRONG_USE);
}

const NUMBERS = {
  port: { default: 4010, most: 65_535 },
  latency: { default: NO_FAULTS.latency, most: 600_000 },
  jitter: { default: NO_FAULTS.jitter, most: 600_000 },
  errors: { default: NO_FAULTS.errors, most: 1 },
  timeouts: { default: NO_FAULTS.timeouts, most: 1 },
  limit: { default: NO_FAULTS.limit, most: 1_000_000 },
  seed: { default: NO_FAULTS.seed, most: 2 ** 31 },
};
type NumberName = keyof typeof NUMBERS;
const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[];

function readNumber(name: NumberName, given: string | undefined): number {
  const { default: usual, most } = NUMBERS[name];
  const number = given === undefined ? usual : Number(given);
  if (given?.trim() === "" || !(number >= 0 && number <= most)) {
    return stop(text("simulator.badNumber", { name, most }));
  }
  return number;
}

function parseOrder() {
  const options = Object.fromEntries(
    NUMBER_NAMES.map((name) => [name, { type: "string" }] as const),
  );
  try {
    return parseArgs({
      args: process.argv.slice(3),
      options: { ...options, host: { type: "string" }, "old-numbers": { type: "boolean" } },
      allowPositionals: true,
    });
  } catch {
    return stop(text("simulator.usage"));
  }
}

function readOrder() {
  const { values, positionals } = parseOrder();
  const given = values as Record<string, string | undefined>;
  const numbers = Object.fromEntries(
    NUMBER_NAMES.map((name) => [name, readNumber(name, given[name])]),
  ) as Record<NumberName, number>;
  const [file, ...others] = positionals;
  if (!file || others.length > 0) return stop(text("simulator.usage"));
  if (!existsSync(file)) return stop(text("registry.noFile", { file }));
  return { file, numbers, host: given.host ?? "127.0.0.1", oldNumbers: "old-numbers" in values };
}

function stopOnSignal(simulator: Simulator): void {
  const end = async () => {
    await simulator.close();
    say(text("simulator.stopped", simulator.counts));
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function sentenceOf(error: unknown, port: number): string {
  if (error instanceof RegistryFileProblem) {
    if (error.missing.length === 0) return text("simulator.notCsv");
    return text("registry.missingColumns", { columns: error.missing.join(", ") });
  }
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "EADDRINUSE") return text("simulator.portTaken", { port });
  if (code === "EISDIR") return text("simulator.notCsv");
  return text("problem.start.unknown", { message });
}

const { file, numbers, host, oldNumbers } = readOrder();
try {
  const { keys, people, passedOver } = await readRegistry(file, { oldNumbers });
  const simulator = await startSimulator(keys, { ...numbers, host });
  stopOnSignal(simulator);
  say(text("simulator.ready", { people, passedOver, url: simulator.url }));
} catch (error) {
  stop(sentenceOf(error, numbers.port));
}
