import { setTimeout as sleep } from "node:timers/promises";
import { foldProgress } from "@/lib/server/progress/fold";
import { makeSession, type Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round } from "../result";
import { startWeb } from "../serving/web";
import type { Volume } from "../volume/open";
import type { NationPlaces } from "./fill";

const TIMES = 300;
const CHANGES = 40;
/** Milliseconds. */
const LIMITS = { http: 40, stale: 1000 };

interface Client {
  origin: string;
  cookie: string;
}

async function timed({ origin, cookie }: Client, path: string, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    const answer = await fetch(origin + path, { headers: cookie ? { cookie } : {} });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    all.push(performance.now() - begun);
  }
  return all;
}

async function openFigure({ origin, cookie }: Client): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/progress`, { headers: { cookie } });
  const { figures } = (await answer.json()) as { figures: { openByState: Record<string, number> } };
  return figures.openByState.verifying ?? 0;
}

/** Tells when the stream says that something has moved. */
async function follow({ origin, cookie }: Client, moved: () => void, signal: AbortSignal) {
  const since = "/api/v1/progress/events?since=0";
  const answer = await fetch(origin + since, { headers: { cookie }, signal });
  const text = new TextDecoder();
  for await (const part of answer.body ?? []) if (text.decode(part).includes("moved")) moved();
}

const ONE = "select id from task where state = 'verifying' offset $1 limit 1";

/** Milliseconds from a commit until a reader has the new figure, and until whoever looks is told. */
async function staleness(
  client: Client,
  owner: Owner,
): Promise<{ read: number[]; told: number[] }> {
  const ended = new AbortController();
  let heard = () => undefined as undefined;
  const stream = follow(client, () => heard(), ended.signal).catch(() => undefined);
  const fold = setInterval(() => void foldProgress(), 500);
  await sleep(2000);
  const times = { read: [] as number[], told: [] as number[] };
  for (let n = 0; n < CHANGES; n += 1) {
    const { rows } = await owner.query<{ id: string }>(ONE, [n * 37]);
    const before = await openFigure(client);
    await sleep(700 + ((n * 137) % 900));
    const told = new Promise<number>((resolve) => {
      heard = () => {
        resolve(performance.now());
        return undefined;
      };
    });
    await owner.query("update task set state = 'correcting' where id = $1", [rows[0]?.id]);
    const begun = performance.now();
    while ((await openFigure(client)) !== before - 1) await sleep(5);
    times.read.push(performance.now() - begun);
    times.told.push((await told) - begun);
    await owner.query("update task set state = 'verifying' where id = $1", [rows[0]?.id]);
  }
  clearInterval(fold);
  ended.abort();
  await stream;
  return times;
}

/** The national page's data and page over HTTP, and how old a figure can be. */
export async function serving(
  { appUrl, records, places }: Volume<NationPlaces>,
  owner: Owner,
): Promise<Result[]> {
  const web = await startWeb(appUrl);
  const token = await makeSession(owner, places.leader.officerId);
  const client = { origin: web.origin, cookie: `next-auth.session-token=${token}` };
  await timed(client, "/api/v1/progress", 50);
  await timed(client, "/progress", 20);
  const data = await timed(client, "/api/v1/progress", TIMES);
  const nothing = await timed(client, "/api/v1/bench/nothing", TIMES);
  const page = await timed(client, "/progress", 100);
  const { read, told } = await staleness(client, owner);
  await web.stop();
  const row = (metric: string, ours: number, more: Partial<Result> = {}): Result => ({
    case: `nation, ${records}`,
    metric,
    ours: round(ours),
    peer: null,
    limit: null,
    unit: "ms",
    ...more,
  });
  const peer = (share: number) => round(quantile(nothing, share));
  return [
    row("data over HTTP, median", quantile(data, 0.5), { peer: peer(0.5) }),
    row("data over HTTP, p95", quantile(data, 0.95), { peer: peer(0.95), limit: LIMITS.http }),
    row("page over HTTP, median", quantile(page, 0.5)),
    row("page over HTTP, p95", quantile(page, 0.95)),
    row("commit to new figure, worst", quantile(read, 1), { limit: LIMITS.stale }),
    row("commit to being told, median", quantile(told, 0.5)),
    row("commit to being told, worst", quantile(told, 1), { limit: LIMITS.stale }),
  ];
}
