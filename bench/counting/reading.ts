import pg from "pg";
import { scopeOf } from "@/lib/domain/access/scope";
import { scopeRange } from "@/lib/domain/units/unit";
import { transaction } from "@/lib/server/core/db";
import { foldProgress } from "@/lib/server/progress/fold";
import { getProgress } from "@/lib/server/progress/queries";
import type { Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round, say } from "../result";
import type { Volume } from "../volume/open";
import type { NationPlaces } from "./fill";

const TIMES = 200;
/** Milliseconds; times slower. */
const LIMITS = { sql: 5, slower: 100 };
/** What nobody has folded yet: a second of five hundred changes. */
const FRESH = 500;

async function timesOf(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await work();
    all.push(performance.now() - begun);
  }
  return all;
}

const median = (all: readonly number[]) => quantile(all, 0.5);

// What a portal without counters would ask: the same cells from the rows themselves, without doses.
const LIVE = [
  `select split_part(unit_path, '.', 2), state, coalesce(resolution, ''), main_class, count(*), sum(effort)
   from task where unit_path >= $1 and unit_path < $2 and not superseded group by 1, 2, 3, 4`,
  `select split_part(r.unit_path, '.', 2), coalesce(r.outcome, ''), coalesce(r.main_class, ''), t.id is not null, count(*)
   from record r left join task t on t.record_id = r.id and not t.superseded
   where r.unit_path >= $1 and r.unit_path < $2 group by 1, 2, 3, 4`,
];

const BARE = `
  select kind, state, outcome, main_class, people, doses, minutes from progress_count
  where grain in ('class', 'source', 'late') and parent_path = parent_path($1) and unit_path = $1
  union all
  select kind, state, outcome, main_class, people, doses, minutes from progress_count
  where grain = 'sum' and parent_path = $1`;

/** Moves tasks on and back: figures stay, and each move leaves a row to be folded. */
async function stir(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from task where state = 'verifying' limit ${FRESH / 2}`,
  );
  const ids = rows.map(({ id }) => id);
  for (const state of ["correcting", "verifying"]) {
    await owner.query("update task set state = $2 where id = any($1::uuid[])", [ids, state]);
  }
}

interface Statement {
  text: string;
  values: unknown[];
}

/** The statements that a reader really sends, so that none can be forgotten here. */
async function statementsOf(read: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { query } = pg.Client.prototype;
  const spy = function (this: pg.Client, ...given: Parameters<typeof query>) {
    const [first] = given as unknown[];
    if (typeof first === "object" && first && "text" in first) sent.push(first as Statement);
    return query.apply(this, given);
  };
  pg.Client.prototype.query = spy as typeof query;
  await read().finally(() => {
    pg.Client.prototype.query = query;
  });
  return sent;
}

/** Milliseconds that the database itself is at work on all of them, in the middle of many times. */
async function workOf(statements: readonly Statement[], places: NationPlaces): Promise<number> {
  let sum = 0;
  await transaction(scopeOf(places.leader), async ({ sql }) => {
    for (const { text, values } of statements) {
      const times: number[] = [];
      for (let n = 0; n < 40; n += 1) {
        const plan = await sql<{ "QUERY PLAN": string }>(
          `explain (analyze, timing off, costs off, buffers off) ${text}`,
          values,
        );
        const last = plan.at(-1)?.["QUERY PLAN"] ?? "";
        times.push(Number(/Execution Time: ([\d.]+) ms/.exec(last)?.[1]));
      }
      sum += median(times);
    }
  });
  return sum;
}

/** A bare read of the counters, by a client that does nothing else. */
async function bareTimes(appUrl: string, path: string): Promise<number[]> {
  const { from, to } = scopeRange(path);
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  await client.query(
    "select set_config('app.scope_from', $1, false), set_config('app.scope_to', $2, false)",
    [from, to],
  );
  const times = await timesOf(TIMES, () =>
    client.query({ name: "bare", text: BARE, values: [path] }),
  );
  await client.end();
  return times;
}

/** The data of the national page in SQL, beside the rows themselves and a bare read of the counters. */
export async function reading(volume: Volume<NationPlaces>, owner: Owner): Promise<Result[]> {
  const { appUrl, records, places } = volume;
  const { from, to } = scopeRange(places.nation.path);
  // What autovacuum does within a minute of service.
  await owner.query("vacuum progress_delta");
  const limit = round(median(await bareTimes(appUrl, places.nation.path)));
  say("live");
  const live = await timesOf(3, async () => {
    for (const text of LIVE) await owner.query(text, [from, to]);
  });
  const peer = round(median(live));
  const read = () => getProgress.as(places.leader, undefined);
  const results: Result[] = [];
  for (const fresh of [0, FRESH]) {
    await foldProgress();
    if (fresh > 0) await stir(owner);
    await timesOf(TIMES / 4, read);
    const work = await workOf(await statementsOf(read), places);
    const whole = await timesOf(TIMES, read);
    const common = { case: `nation, ${records}, ${fresh} unfolded`, unit: "ms" };
    results.push(
      { ...common, metric: "page's data, database", ours: round(work), peer, limit },
      { ...common, metric: "  wanted", ours: round(work), peer: null, limit: LIMITS.sql },
      {
        ...common,
        metric: "  rows slower by",
        ours: round(median(live) / work),
        peer: null,
        limit: LIMITS.slower,
        unit: "×",
      },
      { ...common, metric: "page's data, as read", ours: round(median(whole)), peer, limit },
      { ...common, metric: "  p95", ours: round(quantile(whole, 0.95)), peer: null, limit: null },
    );
  }
  await foldProgress();
  return results;
}
