import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { FileProblem } from "./file-problem";

/** What the command line asks for. */
export interface MatchOrder {
  recordsFile: string;
  source: { registryFile: string } | { gatewayUrl: string };
  outFile: string;
  modelFile: string | null;
  threads: number;
}

/** A command that isn't complete or contradicts itself: the usage is the answer. */
export class WrongUse extends Error {}

/** @throws WrongUse, FileProblem `sameFile` */
export function readOrder(args: readonly string[]): MatchOrder {
  const { values, positionals } = parse(args);
  const [recordsFile, registryFile, ...more] = positionals;
  const { out, gateway, model, threads } = values;
  const hasOneSource = (registryFile === undefined) !== (gateway === undefined);
  if (!recordsFile || !out || !hasOneSource || more.length > 0) throw new WrongUse();
  const inputs = [recordsFile, registryFile, model].filter((file) => file !== undefined);
  if (inputs.some((file) => isSame(file, out))) throw new FileProblem("sameFile", { file: out });
  return {
    recordsFile,
    source: gateway === undefined ? { registryFile: registryFile ?? "" } : { gatewayUrl: gateway },
    outFile: out,
    modelFile: model ?? null,
    threads: threads === undefined ? availableParallelism() : wholeNumber(threads),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: "string" },
        model: { type: "string" },
        gateway: { type: "string" },
        threads: { type: "string" },
      },
      allowPositionals: true,
    });
  } catch {
    throw new WrongUse();
  }
}

const MOST_THREADS = 64;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > MOST_THREADS) throw new WrongUse();
  return value;
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return a === b;
  }
}
