import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { DataSet } from "./data-set";
import { measuredRun, medianRun, type Run } from "./measured-run";

const COMMAND = ["scripts/run.cjs", "match"];

/** What our command line needs of files: a whole process each time, from its start to its end. */
export function runOurs(
  { records, registry }: Pick<DataSet, "records" | "registry">,
  result: string,
): Promise<Run> {
  return measuredRun(process.execPath, [...COMMAND, records, registry, "--out", result]);
}

/** The median of several runs; throws when they don't write the same bytes. */
export async function runOursOften(
  data: DataSet,
  { result, runs, onRun }: { result: string; runs: number; onRun: (run: number) => void },
): Promise<Run> {
  const measured: Run[] = [];
  const written = new Set<string>();
  for (let run = 1; run <= runs; run++) {
    onRun(run);
    measured.push(await runOurs(data, result));
    written.add(createHash("sha256").update(readFileSync(result)).digest("hex"));
  }
  if (written.size > 1) throw new Error("the same files gave different results");
  return medianRun(measured);
}
