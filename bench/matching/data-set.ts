import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measuredRun } from "./measured-run";

export interface DataSet {
  name: string;
  people: number;
  count: number;
  folder: string;
  records: string;
  registry: string;
  truth: string;
}

/** What the generator's bytes depend on: files made by another one are not taken again. */
const GENERATOR = ["prisma/factories/synthetic", "prisma/data"];

/** Records and people made by the project's generator, made once and kept in the temporary folder. */
export async function openDataSet(options: {
  records: number;
  people: number;
  seed: number;
}): Promise<DataSet> {
  const { records: count, people, seed } = options;
  const kept = join(tmpdir(), "portal-bench-match");
  const folder = join(kept, `${generatorMark()}-${count}-${people}-${seed}`);
  if (!existsSync(folder)) {
    mkdirSync(kept, { recursive: true });
    const draft = `${folder}.part`;
    rmSync(draft, { recursive: true, force: true });
    const numbers = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
    await measuredRun(process.execPath, [
      ...["scripts/run.cjs", "generate", "--files", "plain"],
      ...[...numbers, "--profile", "march-2022", "--out", draft],
    ]);
    renameSync(draft, folder);
  }
  const file = (name: string) => join(folder, `${name}.csv`);
  const name = `${count.toLocaleString("en-GB")} × ${people.toLocaleString("en-GB")}`;
  const files = { records: file("records"), registry: file("registry"), truth: file("truth") };
  return { name, people, count, folder, ...files };
}

function generatorMark(): string {
  const files = GENERATOR.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}
