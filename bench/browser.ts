// The portal in a browser as a health station has it: npm run bench:browser [-- --json <file>
// --records 1000000 --rounds 5 --keep]. Processor slowed four times, 9 Mbit/s, 85 ms. Largest paint and
// bytes of script of the list and of a task, cold; interaction to next paint; the next task after
// Ctrl+Enter. Beside them the same pages without any script from memory (peer). Medians of the rounds.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Browser, Page } from "@playwright/test";
import { makeSession } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { watchInteractions } from "./browsing/acting";
import { slowed, startBrowser, type Visit, visiting } from "./browsing/browser";
import { actOnList, actOnTask, type Interactions, untilAtWork } from "./browsing/interactions";
import { loadCold } from "./browsing/loading";
import { timeToNext, watchRecords } from "./browsing/next-task";
import { slip } from "./browsing/people";
import { type Scored, timeToScore } from "./browsing/score";
import { serveStills, stillOf } from "./browsing/static-page";
import { makeWork, makeWorkplace } from "./browsing/station";
import { quantile, type Result, report, round, say } from "./result";
import { startWeb } from "./serving/web";
import { openVolume } from "./volume/open";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    records: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    keep: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
/** Milliseconds, and bytes of a page's scripts as they come over the line. */
const LIMITS = { largest: 1500, script: 190_000, interaction: 100, next: 150, score: 150 };
/** To judge what one sees: the mental operator of the keystroke-level model (Card, Moran and Newell, 1980). */
const LOOK_MS = 1350;
/** The server has loaded its own program by then. */
const WARMING = 10;

const median = (all: readonly number[]) => quantile(all, 0.5);

interface Case {
  name: string;
  visit: Visit;
  path: string;
  act: (page: Page) => Promise<Interactions>;
}

async function loading(browser: Browser, cases: readonly Case[]): Promise<Result[]> {
  const stills = new Map<string, string>();
  for (const { visit, path } of cases) {
    for (let n = 0; n < WARMING; n += 1) {
      const headers = { cookie: `next-auth.session-token=${visit.token}` };
      await (await fetch(visit.origin + path, { headers })).text();
    }
    stills.set(path, await stillOf(browser, visit, path));
  }
  const still = await serveStills(stills);
  const results: Result[] = [];
  for (const { name, visit, path } of cases) {
    const [ours, peer] = [[], []] as [Awaited<ReturnType<typeof loadCold>>[], number[]];
    for (let n = 0; n < rounds; n += 1) {
      ours.push(await loadCold(browser, visit, path));
      peer.push((await loadCold(browser, { ...visit, origin: still.origin }, path)).largest);
    }
    const of = (key: keyof (typeof ours)[number]) => round(median(ours.map((one) => one[key])));
    const row = (metric: string, value: number, unit: string) => ({
      case: name,
      metric,
      ours: value,
      peer: null as number | null,
      limit: null as number | null,
      unit,
    });
    results.push(
      {
        ...row("largest paint", of("largest"), "ms"),
        peer: round(median(peer)),
        limit: LIMITS.largest,
      },
      row("first byte", of("answered"), "ms"),
      { ...row("script, gzipped", of("script"), "B"), peer: 0, limit: LIMITS.script },
      { ...row("script with headers", of("transferred"), "B"), peer: 0 },
    );
  }
  still.stop();
  return results;
}

async function interacting(browser: Browser, { name, visit, path, act }: Case): Promise<Result[]> {
  const all = new Map<string, number[]>();
  for (let n = 0; n < rounds; n += 1) {
    const context = await visiting(browser, visit);
    const page = await context.newPage();
    await watchInteractions(page);
    await slowed(page);
    await page.goto(path, { waitUntil: "networkidle" });
    for (const [what, time] of await act(page)) all.set(what, [...(all.get(what) ?? []), time]);
    await context.close();
  }
  return [...all].map(([what, times]) => ({
    case: `${name}: ${what}`,
    metric: "to the next paint",
    ours: round(median(times)),
    peer: null,
    limit: LIMITS.interaction,
    unit: "ms",
  }));
}

/** The score after a choice, in the browser and confirmed by the server. */
async function scoring(
  browser: Browser,
  visit: Visit,
  paths: readonly string[],
): Promise<Result[]> {
  const all: Scored[] = [];
  // Each on a task of its own: what was chosen on one stays there as a draft.
  for (const path of paths) {
    const context = await visiting(browser, visit);
    const page = await context.newPage();
    await slowed(page);
    await page.goto(path, { waitUntil: "networkidle" });
    await untilAtWork(page);
    all.push(await timeToScore(page));
    await context.close();
  }
  return (["here", "confirmed"] as const).map((which) => ({
    case: "score after a choice, slowed",
    metric: which === "here" ? "in the browser" : "confirmed by the server",
    ours: round(median(all.map((one) => one[which]))),
    peer: null,
    limit: LIMITS.score,
    unit: "ms",
  }));
}

/** One officer settles task after task; the first shows how it is, and is not counted. */
async function going(browser: Browser, visit: Visit, of: { path: string; slow: boolean }) {
  const context = await visiting(browser, visit);
  const page = await context.newPage();
  await watchRecords(page);
  if (of.slow) await slowed(page);
  await page.goto(of.path, { waitUntil: "networkidle" });
  const times: number[] = [];
  for (let n = 0; n <= rounds; n += 1) {
    await untilAtWork(page);
    await page.keyboard.press("ArrowRight");
    await sleep(LOOK_MS);
    times.push(await timeToNext(page));
  }
  await context.close();
  const name = of.slow ? "next task, slowed" : "next task, as it is";
  const ours = round(median(times.slice(1)));
  return {
    case: name,
    metric: "to the next record",
    ours,
    peer: null,
    limit: LIMITS.next,
    unit: "ms",
  };
}

const volume = await openVolume({ records: Number(values.records), keep: values.keep });
const owner = ownerClient();
await owner.connect();
const visitOf = async (officerId: string, origin: string) => ({
  origin,
  token: await makeSession(owner, officerId),
});
const station = await makeWorkplace(owner, volume.places);
const work = Array.from({ length: 3 * rounds + 6 }, slip);
const tasks = await makeWork(owner, { station, wishes: work });
const web = await startWeb(volume.appUrl);
const browser = await startBrowser();
say("ready");
const lister = await visitOf(volume.places.health[0]?.officerId ?? "", web.origin);
const worker = await visitOf(station.health.officerId, web.origin);
const path = `/tasks/${tasks.at(-1)?.id}`;
const cases: Case[] = [
  { name: "list", visit: lister, path: "/tasks", act: actOnList },
  { name: "task", visit: worker, path, act: actOnTask },
];
const results: Result[] = [];
const add = (...more: Result[]) => {
  results.push(...more);
  for (const one of more) say(`${one.case}, ${one.metric}: ${one.ours} ${one.unit}`);
};
add(...(await loading(browser, cases)));
for (const one of cases) add(...(await interacting(browser, one)));
add(
  ...(await scoring(
    browser,
    worker,
    tasks.slice(0, rounds).map(({ id }) => `/tasks/${id}`),
  )),
);
// Each begins with a task that is still open.
add(await going(browser, worker, { path, slow: false }));
add(await going(browser, worker, { path: `/tasks/${tasks.at(-2)?.id}`, slow: true }));
await browser.close();
await web.stop();
await owner.end();
await volume.stop();
report("browser", results, values.json);
process.exit(0);
