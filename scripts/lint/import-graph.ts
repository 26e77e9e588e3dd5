import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** File → the files of the project that it imports, types included. */
export type ImportGraph = Map<string, string[]>;

const NOT_OURS = new Set(["node_modules", ".git", ".next", ".data", "out"]);
const CODE = /\.(ts|tsx|mjs|cjs)$/;
const ENDINGS = ["", ".ts", ".tsx", ".mjs", ".cjs", ".json", "/index.ts", "/index.tsx"];

/** Every file of code below `folder`. */
export function listCode(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return listCode(full);
    return CODE.test(entry.name) ? [full] : [];
  });
}

function resolveImport(source: string, importer: string, root: string): string | undefined {
  if (!/^(\.|@\/)/.test(source)) return undefined;
  const base = source.startsWith("@/")
    ? path.join(root, source.slice(2))
    : path.resolve(path.dirname(importer), source);
  return ENDINGS.map((ending) => base + ending).find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  );
}

export function readGraph(root: string): ImportGraph {
  const importsOf = (file: string) =>
    ts
      .preProcessFile(readFileSync(file, "utf8"))
      .importedFiles.map(({ fileName }) => resolveImport(fileName, file, root))
      .filter((target) => target !== undefined);
  return new Map(listCode(root).map((file) => [file, importsOf(file)]));
}

/**
 * The first cycle met from each file, as the path that closes it ("a", "b", "a"); empty when there
 * is none. Every file is walked once, so a graph of thousands of files takes milliseconds.
 */
export function findCycles(graph: ImportGraph): string[][] {
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    if (done.has(file)) return;
    const at = trail.indexOf(file);
    if (at !== -1) {
      cycles.push([...trail.slice(at), file]);
      return;
    }
    trail.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    trail.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}
