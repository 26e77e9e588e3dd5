// Figures of the country: npm run bench:dashboard [-- --json <file> --records 10000000 --keep
// --skip reading,serving,officers,writes,exact,lists]. What the national page needs from the database and over HTTP, beside
// the same from the rows themselves (peer) and a bare read of the counters (limit); how old a figure can be;
// whether any differs from its rows after 10,000 random changes; what counting adds to a write.
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/server/core/db";
import { ownerClient } from "@/prisma/factories/owner";
import { exact } from "./counting/exact";
import { lists } from "./counting/lists";
import { officers } from "./counting/officers";
import { openNation } from "./counting/place";
import { reading } from "./counting/reading";
import { serving } from "./counting/serving";
import { writes } from "./counting/writes";
import { type Result, report, say } from "./result";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    records: { type: "string", default: "10000000" },
    keep: { type: "boolean", default: false },
    skip: { type: "string", default: "" },
  },
});
const skipped = values.skip.split(",");
const volume = await openNation({ records: Number(values.records), keep: values.keep });
const owner = ownerClient();
await owner.connect();
const results: Result[] = [];
const parts = {
  reading: () => reading(volume, owner),
  serving: () => serving(volume, owner),
  // Those uncounted meanwhile are put right by what comes after.
  officers: () => officers(owner),
  writes: () => writes(owner, volume.places.coordinator),
  exact: () => exact(volume, owner),
  lists: () => lists(volume, owner),
};
for (const [name, part] of Object.entries(parts)) {
  if (skipped.includes(name)) continue;
  say(name);
  results.push(...(await part()));
}
await closeDatabase();
await owner.end();
await volume.stop();
report("dashboard", results, values.json);
process.exit(0);
