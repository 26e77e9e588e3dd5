// Matches records with people, with no database:
// npm run match -- <records.csv> (<registry.csv> | --gateway <url>) --out <result.csv> [--model <file>] [--threads n]
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { matchFiles } from "./matching/run-files";

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  options: {
    out: { type: "string" },
    model: { type: "string" },
    gateway: { type: "string" },
    threads: { type: "string" },
  },
  allowPositionals: true,
});
const t = performance.now();
let last = "";
const report = await matchFiles({
  recordsFile: positionals[0] ?? "",
  registryFile: positionals[1] ?? "",
  outFile: values.out ?? "",
  model: MODEL_V1,
  threads: values.threads ? Number(values.threads) : availableParallelism(),
  onProgress: ({ phase, bytes, of }) => {
    const k = phase;
    if (k !== last) {
      process.stderr.write(`${phase} ${((performance.now() - t) / 1000).toFixed(2)}\n`);
      last = k;
    }
    void bytes;
    void of;
  },
});
process.stderr.write(
  `${JSON.stringify(report)} ${((performance.now() - t) / 1000).toFixed(2)} s\n`,
);
process.exit(0);
