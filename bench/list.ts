// The list as JSON: npm run bench:list [-- --json <file> --sizes 1000000,10000000 --rounds 3 --seconds 3
// --keep]. GET /api/v1/tasks of an officer of a commune and of a coordinator of a province, at page 1 and
// 2,000, at each size. Ours beside bare Node and pg with the same statements (peer) and a route of the
// same server that asks the same and answers a constant (limit). Rounds take turns; medians.
import { Agent } from "node:http";
import { parseArgs } from "node:util";
import { CLIENTS, type Measured, ratios, resultsOf, WAYS, type Way } from "./listing/figures";
import { get, load } from "./listing/load";
import { openPlace, PAGE, type Place } from "./listing/place";
import { report, say } from "./result";
import { roomFor } from "./volume/open";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    sizes: { type: "string", default: "1000000,10000000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "3" },
    keep: { type: "boolean", default: false },
  },
});
const seconds = Number(values.seconds);
const targetOf = ({ place, page }: Measured, way: Way) => ({
  url: WAYS[way](place, page.path),
  token: page.token,
});

/** An answer that isn't a whole page would be quick, and nothing worth. */
async function check(one: Measured): Promise<void> {
  const agent = new Agent();
  const { text } = await get(agent, targetOf(one, "ours"));
  const { tasks } = JSON.parse(text) as { tasks?: unknown[] };
  if (tasks?.length !== PAGE) throw new Error(`${one.page.path}: ${tasks?.length} tasks`);
  const bare = JSON.parse((await get(agent, targetOf(one, "bare"))).text) as unknown[];
  if (bare.length < PAGE) throw new Error(`bare: ${bare.length} rows`);
}

async function measure(all: readonly Measured[]): Promise<void> {
  for (const one of all) {
    await check(one);
    for (const way of ["ours", "empty", "bare"] as const) {
      await load(targetOf(one, way), { clients: CLIENTS, seconds: 1 });
    }
  }
  for (let n = 0; n < Number(values.rounds); n += 1) {
    say(`round ${n + 1}`);
    for (const one of all) {
      for (const way of ["ours", "empty", "nothing", "bare"] as const) {
        one.loaded[way].push(await load(targetOf(one, way), { clients: CLIENTS, seconds }));
      }
      one.alone.push(await load(targetOf(one, "ours"), { clients: 1, seconds }));
    }
  }
}

const places: Place[] = [];
for (const records of values.sizes.split(",").map(Number)) {
  const lacking = roomFor(records);
  if (lacking) say(lacking);
  else places.push(await openPlace({ records, keep: values.keep }));
}
const all = places.flatMap((place) =>
  place.pages.map(
    (page): Measured => ({
      place,
      page,
      loaded: { ours: [], empty: [], nothing: [], bare: [] },
      alone: [],
    }),
  ),
);
await measure(all);
for (const place of places) await place.stop();
report("list", [...all.flatMap(resultsOf), ...ratios(all)], values.json);
process.exit(0);
