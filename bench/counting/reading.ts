import pg from "pg";
import { scopeOf } from "@/lib/domain/access/scope";
import { scopeRange } from "@/lib/domain/units/unit";
import { transaction } from "@/lib/server/core/db";
import { foldProgress } from "@/lib/server/progress/fold";
import { getProgress } from "@/lib/server/progress/queries";
import { readUnitCells } from "@/lib/server/progress/unit";
import type { Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round, say } from "../result";
import type { Volume } from "../volume/open";
import type { NationPlaces } from "./fill";

const TIMES = 200;
/** Milliseconds; times slower. */
const LIMITS = { sql: 5, slower: 100 };
/** Changes that nobody has folded yet: more than a busy second brings. */
const FRESH = 2000;

async function timesOf(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await work();
    all.push(performance.now() - begun);
  }
  return all;
}

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
  where grain in ('class', 'source') and parent_path = parent_path($1) and unit_path = $1
  union all
  select kind, state, outcome, main_class, people, doses, minutes from progress_count
  where grain = 'sum' and parent_path = $1`;

/** Moves so many tasks from one step to another and back: figures stay, and each leaves what is to be folded. */
async function stir(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from task where state = 'verifying' limit ${FRESH / 4}`,
  );
  const ids = rows.map(({ id }) => id);
  for (const state of ["correcting", "verifying"]) {
    await owner.query("update task set state = $2 where id = any($1::uuid[])", [ids, state]);
  }
}

/** The data of the national page in SQL, beside the rows themselves and a bare read of the counters. */
export async function reading(
  { appUrl, records, places: { nation, leader } }: Volume<NationPlaces>,
  owner: Owner,
): Promise<Result[]> {
  const { from, to } = scopeRange(nation.path);
  const cells = () =>
    transaction(scopeOf(leader), async ({ sql }) => {
      const begun = performance.now();
      await readUnitCells(sql, { path: nation.path, level: "nation" });
      inside.push(performance.now() - begun);
    });
  let inside: number[] = [];
  const bare = new pg.Client({ connectionString: appUrl.replace(/$/, "") });
  await bare.connect();
  await bare.query(
    "select set_config('app.scope_from', $1, false), set_config('app.scope_to', $2, false)",
    [from, to],
  );
  const limitTimes = await timesOf(TIMES, () =>
    bare.query({ name: "bare", text: BARE, values: [nation.path] }),
  );
  await bare.end();
  say("live");
  const live = await timesOf(3, async () => {
    for (const text of LIVE) await owner.query(text, [from, to]);
  });
  const results: Result[] = [];
  for (const fresh of [0, FRESH]) {
    await foldProgress();
    if (fresh > 0) await stir(owner);
    inside = [];
    await timesOf(TIMES, cells);
    const whole = await timesOf(TIMES, () => getProgress.as(leader, undefined));
    const [ours, peer, limit] = [inside, live, limitTimes].map((all) => quantile(all, 0.5));
    if (ours === undefined || peer === undefined || limit === undefined)
      throw new Error("no times");
    const of = `nation, ${records}, ${fresh} unfolded`;
    results.push(
      {
        case: of,
        metric: "figures, SQL",
        ours: round(ours),
        peer: round(peer),
        limit: round(limit),
        unit: "ms",
      },
      {
        case: of,
        metric: "  wanted",
        ours: round(ours),
        peer: null,
        limit: LIMITS.sql,
        unit: "ms",
      },
      {
        case: of,
        metric: "  rows slower by",
        ours: round(peer / ours),
        peer: null,
        limit: LIMITS.slower,
        unit: "×",
      },
      {
        case: of,
        metric: "whole page's data",
        ours: round(quantile(whole, 0.5)),
        peer: round(peer),
        limit: LIMITS.sql,
        unit: "ms",
      },
      {
        case: of,
        metric: "whole page's data, p95",
        ours: round(quantile(whole, 0.95)),
        peer: null,
        limit: null,
        unit: "ms",
      },
    );
  }
  await foldProgress();
  return results;
}
