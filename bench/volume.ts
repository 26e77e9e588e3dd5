// Databases at volume for the other benches: npm run bench:volume [-- --json <file>
// --sizes 1000000,10000000 --keep]. Seconds to fill one, beside a bare copy of its two large tables
// (peer) and the limit. With --keep the other benches take it as it was left; a size for which the
// disk has no room is passed over, in figures.
import { parseArgs } from "node:util";
import { ownerClient } from "@/prisma/factories/owner";
import { type Result, report, round, say, secondsOf } from "./result";
import { openVolume, roomFor } from "./volume/open";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    sizes: { type: "string", default: "1000000,10000000" },
    keep: { type: "boolean", default: false },
  },
});

/** Seconds for a million. */
const LIMIT = 120;

const COPY = (table: string) => `create table bare_${table} as select * from ${table}`;

async function measure(records: number): Promise<Result[]> {
  let stop: (() => Promise<void>) | undefined;
  const seconds = await secondsOf(async () => {
    ({ stop } = await openVolume({ records, keep: values.keep }));
  });
  const owner = ownerClient();
  await owner.connect();
  const bare = await secondsOf(async () => {
    for (const table of ["record", "task"]) await owner.query(COPY(table));
  });
  await owner.query("drop table bare_record, bare_task");
  const { rows } = await owner.query(
    "select pg_database_size(current_database())::float8 as bytes, (select sum(people)::int from progress_count where kind = 'task' and grain = 'own') as counted",
  );
  await owner.end();
  await stop?.();
  if (rows[0].counted !== records) throw new Error(`${rows[0].counted} of ${records} are counted`);
  const common = { case: `${records} records and tasks`, limit: null };
  const limit = (LIMIT * records) / 1_000_000;
  return [
    { ...common, metric: "filled", ours: round(seconds), peer: round(bare), limit, unit: "s" },
    { ...common, metric: "size", ours: round(rows[0].bytes / 2 ** 30), peer: null, unit: "GiB" },
  ];
}

const results: Result[] = [];
for (const size of values.sizes.split(",").map(Number)) {
  const lacking = roomFor(size);
  if (lacking) say(lacking);
  else results.push(...(await measure(size)));
}
report("volume", results, values.json);
process.exit(0);
