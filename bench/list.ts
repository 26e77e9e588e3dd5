// The list as JSON: npm run bench:list [-- --json <file> --sizes 1000000,10000000 --rounds 3 --seconds 3
// --keep]. GET /api/v1/tasks of an officer of a commune and of a coordinator of a province, at page 1 and
// 2,000, at each size. Ours beside bare Node and pg with the same statements (peer) and a route of the
// same server that asks the same and answers a constant (limit). Rounds take turns; medians.
import { Agent } from "node:http";
import { parseArgs } from "node:util";
import { get, type Loaded, load } from "./listing/load";
import { DEEP, openPlace, PAGE, type Page, type Place } from "./listing/place";
import { quantile, type Result, report, round, say } from "./result";
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
const CLIENTS = 8;
/** Of what the empty route does; of ten times the records; of two thousand pages deeper. */
const LIMITS = { share: 0.75, size: 1.3, depth: 1.2 };

const median = (all: readonly number[]) => quantile(all, 0.5);

/** The same question, put to the portal, to its empty route, to nothing at all, and to bare Node. */
const WAYS = {
  ours: ({ portal }: Place, path: string) => portal.origin + path,
  empty: ({ portal }: Place, path: string) =>
    portal.origin + path.replace("/api/v1/tasks", "/api/v1/bench/list"),
  nothing: ({ portal }: Place) => `${portal.origin}/api/v1/bench/nothing`,
  bare: ({ bare }: Place, path: string) => bare.origin + path,
};
type Way = keyof typeof WAYS;

interface Measured {
  place: Place;
  page: Page;
  loaded: Record<Way, Loaded[]>;
  /** one client alone: what a person waits */
  alone: Loaded[];
}

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

const rateOf = (one: Measured, way: Way) =>
  median(one.loaded[way].map(({ perSecond }) => perSecond));
const timeOf = (loaded: readonly Loaded[], share: number) =>
  median(loaded.map(({ times }) => quantile(times, share)));

function resultsOf(one: Measured): Result[] {
  const name = `${one.place.records}, ${one.page.who}, page ${one.page.page}`;
  const [ours, empty] = [rateOf(one, "ours"), rateOf(one, "empty")];
  const p95 = (way: Way) => round(timeOf(one.loaded[way], 0.95));
  return [
    {
      case: name,
      metric: "requests a second",
      ours: round(ours),
      peer: round(rateOf(one, "bare")),
      limit: round(empty),
      unit: "1/s",
    },
    {
      case: name,
      metric: "share of the empty route",
      ours: round(ours / empty),
      peer: round(rateOf(one, "bare") / empty),
      limit: LIMITS.share,
      unit: "",
    },
    {
      case: name,
      metric: "a route without a question",
      ours: round(rateOf(one, "nothing")),
      peer: null,
      limit: null,
      unit: "1/s",
    },
    {
      case: name,
      metric: `p95, ${CLIENTS} clients`,
      ours: p95("ours"),
      peer: p95("bare"),
      limit: p95("empty"),
      unit: "ms",
    },
    {
      case: name,
      metric: "median, one client",
      ours: round(timeOf(one.alone, 0.5)),
      peer: null,
      limit: null,
      unit: "ms",
    },
    {
      case: name,
      metric: "p95, one client",
      ours: round(timeOf(one.alone, 0.95)),
      peer: null,
      limit: null,
      unit: "ms",
    },
  ];
}

/** How much longer one waits in a larger list, or deeper in it. */
function ratios(all: readonly Measured[]): Result[] {
  const smallest = Math.min(...all.map(({ place }) => place.records));
  return all.flatMap((one) => {
    const { place, page } = one;
    const find = (records: number, depth: number) =>
      all.find(
        (other) =>
          other.place.records === records &&
          other.page.page === depth &&
          other.page.who === page.who,
      );
    const result = (name: string, base: Measured | undefined, limit: number): Result[] => {
      if (!base || base === one) return [];
      const ratio = (share: number) =>
        round(timeOf(one.alone, share) / timeOf(base.alone, share));
      const common = { case: name, peer: null, limit, unit: "×" };
      return [
        { ...common, metric: "median, one client", ours: ratio(0.5) },
        { ...common, metric: "p95, one client", ours: ratio(0.95) },
      ];
    };
    const where = `${page.who}, ${place.records}`;
    return [
      ...result(`${where} of ${smallest}, page ${page.page}`, find(smallest, page.page), LIMITS.size),
      ...(page.page === DEEP
        ? result(`${where}: page ${DEEP} of 1`, find(place.records, 1), LIMITS.depth)
        : []),
    ];
  });
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
