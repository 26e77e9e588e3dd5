import { quantile, type Result, round } from "../result";
import type { Loaded } from "./load";
import { DEEP, type Page, type Place } from "./place";

/** Connections at once where requests a second are counted. */
export const CLIENTS = 8;
/** Of what the empty route does; of ten times the records; of two thousand pages deeper. */
const LIMITS = { share: 0.75, size: 1.3, depth: 1.2 };

const median = (all: readonly number[]) => quantile(all, 0.5);

/** The same question, put to the portal, to its empty route, to nothing at all, and to bare Node. */
export const WAYS = {
  ours: ({ portal }: Place, path: string) => portal.origin + path,
  empty: ({ portal }: Place, path: string) =>
    portal.origin + path.replace("/api/v1/tasks", "/api/v1/bench/list"),
  nothing: ({ portal }: Place) => `${portal.origin}/api/v1/bench/nothing`,
  bare: ({ bare }: Place, path: string) => bare.origin + path,
};
export type Way = keyof typeof WAYS;

export interface Measured {
  place: Place;
  page: Page;
  loaded: Record<Way, Loaded[]>;
  /** one client alone: what a person waits */
  alone: Loaded[];
}

const rateOf = (one: Measured, way: Way) =>
  median(one.loaded[way].map(({ perSecond }) => perSecond));
const timeOf = (loaded: readonly Loaded[], share: number) =>
  median(loaded.map(({ times }) => quantile(times, share)));

type Figure = Omit<Result, "case">;

/** Requests a second of all ways, with many clients. */
function ratesOf(one: Measured): Figure[] {
  const [ours, bare, empty] = [rateOf(one, "ours"), rateOf(one, "bare"), rateOf(one, "empty")];
  return [
    {
      metric: "requests a second",
      ours: round(ours),
      peer: round(bare),
      limit: round(empty),
      unit: "1/s",
    },
    {
      metric: "share of the empty route",
      ours: round(ours / empty),
      peer: round(bare / empty),
      limit: LIMITS.share,
      unit: "",
    },
    {
      metric: "a route without a question",
      ours: round(rateOf(one, "nothing")),
      peer: null,
      limit: null,
      unit: "1/s",
    },
  ];
}

/** Milliseconds with many clients, and of one alone: what a person waits. */
function timesOf({ loaded, alone }: Measured): Figure[] {
  const p95 = (way: Way) => round(timeOf(loaded[way], 0.95));
  const single = { peer: null, limit: null, unit: "ms" };
  return [
    {
      metric: `p95, ${CLIENTS} clients`,
      ours: p95("ours"),
      peer: p95("bare"),
      limit: p95("empty"),
      unit: "ms",
    },
    { ...single, metric: "median, one client", ours: round(timeOf(alone, 0.5)) },
    { ...single, metric: "p95, one client", ours: round(timeOf(alone, 0.95)) },
  ];
}

export function resultsOf(one: Measured): Result[] {
  const name = `${one.place.records}, ${one.page.who}, page ${one.page.page}`;
  return [...ratesOf(one), ...timesOf(one)].map((figure) => ({ case: name, ...figure }));
}

interface Beside {
  name: string;
  one: Measured;
  base: Measured | undefined;
  limit: number;
}

function ratio({ name, one, base, limit }: Beside): Result[] {
  if (!base || base === one) return [];
  const of = (share: number) => round(timeOf(one.alone, share) / timeOf(base.alone, share));
  const common = { case: name, peer: null, limit, unit: "×" };
  return [
    { ...common, metric: "median, one client", ours: of(0.5) },
    { ...common, metric: "p95, one client", ours: of(0.95) },
  ];
}

/** How much longer one waits in a larger list, or deeper in it. */
export function ratios(all: readonly Measured[]): Result[] {
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
    const where = `${page.who}, ${place.records}`;
    return [
      ...ratio({
        name: `${where} of ${smallest}, page ${page.page}`,
        one,
        base: find(smallest, page.page),
        limit: LIMITS.size,
      }),
      ...ratio({
        name: `${where}: page ${DEEP} of 1`,
        one,
        base: page.page === DEEP ? find(place.records, 1) : undefined,
        limit: LIMITS.depth,
      }),
    ];
  });
}
