// Keys and clicks of ten typical records: npm run bench:keys [-- --json <file> --record <folder>].
// They are settled on the built server in a browser, and a script counts what goes down. Beside them the
// same ten in a spreadsheet with a column for each side (peer), by the procedure of keys/estimate.ts.
// Seconds are an estimate by the keystroke-level model, for both. --record keeps every key with the pictures
// around it, for `npx playwright show-trace <folder>/correcting.zip`; a video would need an encoder.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { makeSession } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { type MadeTask, makeStation, makeTasks } from "@/prisma/factories/tasks";
import { startBrowser, type Visit, visiting } from "./browsing/browser";
import { type Acts, takeActs, watchActs } from "./browsing/counting";
import { untilAtWork } from "./browsing/interactions";
import { mindsFor, secondsOfWork, sheetKeys, unsentKeys } from "./keys/estimate";
import { type FieldAct, TYPICAL, type Typical } from "./keys/records";
import { startDatabase } from "./own-database";
import { type Result, report, round, say } from "./result";
import { startWeb } from "./serving/web";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { json: { type: "string" }, record: { type: "string" } },
});
/** Keys from opening to the next record where one field is doubtful and the registry is right. */
const LIMIT = 3;
/** So that somebody who watches the recording can follow. */
const PAUSE_MS = values.record ? 700 : 0;
const SIZE = { width: 1280, height: 800 };

interface Job extends Typical {
  task: MadeTask;
}

const codeOn = async (page: Page) =>
  /TC-[\d-]+/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? null;

/** The keys of one field, on the row where the focus is. */
async function settleField(page: Page, { typed }: FieldAct): Promise<void> {
  if (typed === undefined) return page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type(typed);
}

async function settleRecord(page: Page, acts: readonly FieldAct[]): Promise<Acts> {
  await untilAtWork(page);
  await takeActs(page);
  for (const [at, act] of acts.entries()) {
    if (at > 0) await page.keyboard.press("ArrowDown");
    await settleField(page, act);
    await pause(PAUSE_MS);
  }
  const before = await codeOn(page);
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(
    (code) => !document.querySelector("main")?.textContent?.includes(code ?? "?"),
    before,
  );
  await pause(PAUSE_MS);
  const { keys, clicks } = await takeActs(page);
  const unsent = acts.reduce((sum, { typed = "" }) => sum + unsentKeys(typed), 0);
  return { keys: keys + unsent, clicks };
}

const JOB_OF = "select t.id from task t join record r on r.id = t.record_id where r.code = $1";
const LEFT = "select state from task where id = $1";

interface Counted extends Acts {
  job: Job;
}

async function workThrough(
  context: BrowserContext,
  jobs: readonly Job[],
  owner: ReturnType<typeof ownerClient>,
): Promise<Counted[]> {
  const page = await context.newPage();
  await watchActs(page);
  await page.goto(`/tasks/${jobs[0]?.task.id}`, { waitUntil: "networkidle" });
  const done: Counted[] = [];
  while (done.length < jobs.length) {
    const { rows } = await owner.query<{ id: string }>(JOB_OF, [await codeOn(page)]);
    const job = jobs.find(({ task }) => task.id === rows[0]?.id);
    if (!job) throw new Error("a record that is none of the ten");
    done.push({ job, ...(await settleRecord(page, job.acts)) });
    const left = await owner.query<{ state: string }>(LEFT, [job.task.id]);
    if (left.rows[0]?.state === job.task.state) throw new Error(`${job.name}: not settled`);
    say(`${job.name}: ${done.at(-1)?.keys} keys, now ${left.rows[0]?.state}`);
  }
  await page.close();
  return done;
}

/** Those of police and those of the station, each by an officer of theirs. */
async function settleAll(browser: Browser, origin: string): Promise<Counted[]> {
  const owner = ownerClient();
  await owner.connect();
  const station = await makeStation(owner);
  const tasks = await makeTasks(
    owner,
    station,
    TYPICAL.map(({ wish }) => wish),
  );
  const jobs = TYPICAL.map((one, at): Job => ({ ...one, task: tasks[at] as MadeTask }));
  const all: Counted[] = [];
  for (const [state, officer] of [
    ["correcting", station.health],
    ["verifying", station.police],
  ] as const) {
    const own = jobs.filter(({ task }) => task.state === state);
    if (own.length === 0) continue;
    const visit: Visit = { origin, token: await makeSession(owner, officer.officerId) };
    const context = await visiting(browser, visit, { viewport: SIZE });
    if (values.record) await context.tracing.start({ screenshots: true, snapshots: true });
    all.push(...(await workThrough(context, own, owner)));
    if (values.record) await context.tracing.stop({ path: join(values.record, `${state}.zip`) });
    await context.close();
  }
  await owner.end();
  if (all.length !== TYPICAL.length) throw new Error(`${all.length} of ${TYPICAL.length} settled`);
  return all;
}

function resultsOf(counted: readonly Counted[]): Result[] {
  const ours = { keys: 0, clicks: 0, minds: 0 };
  const sheet = { keys: 0, clicks: 0, minds: 0 };
  const results = counted.map(({ job, keys, clicks }, at): Result => {
    const minds = mindsFor(job.acts);
    const theirs = sheetKeys(job.acts);
    ours.keys += keys;
    ours.clicks += clicks;
    ours.minds += minds;
    sheet.keys += theirs;
    sheet.minds += minds;
    const limit = job.name === TYPICAL[0]?.name ? LIMIT : null;
    return {
      case: `${at + 1}. ${job.name}`,
      metric: "keys to the next",
      ours: keys,
      peer: theirs,
      limit,
      unit: "keys",
    };
  });
  const all = { case: "all ten", limit: null };
  return [
    ...results,
    { ...all, metric: "keys", ours: ours.keys, peer: sheet.keys, unit: "keys" },
    { ...all, metric: "clicks", ours: ours.clicks, peer: 0, unit: "clicks" },
    {
      ...all,
      metric: "estimate by KLM",
      ours: round(secondsOfWork(ours)),
      peer: round(secondsOfWork(sheet)),
      unit: "s",
    },
  ];
}

const database = await startDatabase({ durable: true });
const web = await startWeb(database.appUrl);
const browser = await startBrowser();
const counted = await settleAll(browser, web.origin);
await browser.close();
await web.stop();
await database.stop();
report("keys", resultsOf(counted), values.json);
process.exit(0);
