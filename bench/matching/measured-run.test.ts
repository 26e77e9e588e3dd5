import { expect, it } from "vitest";
import { measuredRun, medianRun } from "./measured-run";

it("takes the run in the middle, and the most memory of all", () => {
  const run = (seconds: number, peakMb: number | null) => ({ seconds, peakMb, workSeconds: 1 });
  const runs = [run(9, 10), run(1, 30), run(2, null)];
  expect(medianRun(runs)).toEqual(run(2, 30));
  expect(medianRun(runs.slice(1))).toEqual(run(1, 30));
});

const node = (code: string) => measuredRun(process.execPath, ["-e", code]);

it.runIf(process.platform === "linux")(
  "sees the memory of a process and of its children",
  async () => {
    const hold = "const held = Buffer.alloc(150 << 20, 1); setTimeout(() => held, 300)";
    const { peakMb } = await node(hold);
    expect(peakMb).toBeGreaterThan(150);
    const both = await node(
      `const own = Buffer.alloc(150 << 20, 1);
     require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(hold)}]);
     own.fill(2)`,
    );
    expect(both.peakMb).toBeGreaterThan(300);
  },
);

it("tells what a failing program said last", async () => {
  await expect(node('console.error("no such file"); process.exit(3)')).rejects.toThrow(
    /ended with 3\nno such file/,
  );
});
