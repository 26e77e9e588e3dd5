import path from "node:path";
import { describe, expect, it } from "vitest";
import { findCycles, readGraph } from "./import-graph";
import { ROOT } from "./lint-text";

const graph = (arrows: Record<string, string[]>) => new Map(Object.entries(arrows));

describe("finding cycles", () => {
  it("finds none where imports only go down", () => {
    expect(findCycles(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });

  it("names the way round", () => {
    expect(findCycles(graph({ a: ["b"], b: ["c"], c: ["b"] }))).toEqual([["b", "c", "b"]]);
    expect(findCycles(graph({ a: ["a"] }))).toEqual([["a", "a"]]);
  });

  it("finds a cycle behind a file that was already walked", () => {
    const cycles = findCycles(graph({ a: ["b"], b: [], c: ["b", "d"], d: ["c"] }));
    expect(cycles).toEqual([["c", "d", "c"]]);
  });
});

describe("this project", () => {
  const project = readGraph(ROOT);
  const short = (file: string) => path.relative(ROOT, file);

  it("is read with its aliases", () => {
    const imports = project.get(path.join(ROOT, "lib/server/core/command.ts"))?.map(short);
    expect(imports).toContain("lib/domain/access/actor.ts");
    expect(imports).toContain("lib/server/core/audit.ts");
  });

  it("has no import cycles", () => {
    expect(findCycles(project).map((cycle) => cycle.map(short).join(" → "))).toEqual([]);
  });
});
