import { spawnSync } from "node:child_process";
import type { DataSet } from "../data-set";
import { measuredRun, type Run } from "../measured-run";

const SCRIPT = "bench/match_splink.py";

/** The Python that can load Splink: the one named, or the one on the path; null when there is none. */
export function findSplink(python = "python3"): { python: string; version: string } | null {
  const asked = spawnSync(python, ["-c", "import splink; print(splink.__version__)"], {
    encoding: "utf8",
  });
  return asked.status === 0 ? { python, version: asked.stdout.trim() } : null;
}

export function runSplink(python: string, data: DataSet, result: string): Promise<Run> {
  return measuredRun(python, [SCRIPT, data.records, data.registry, result]);
}
