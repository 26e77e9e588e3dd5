import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { listDayLines } from "@/lib/server/progress/day-lines";
import { foldProgress } from "@/lib/server/progress/fold";
import { listProgressLines } from "@/lib/server/progress/lines";
import type { Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round } from "../result";
import type { Volume } from "../volume/open";
import type { NationPlaces } from "./fill";

const TIMES = 9;
const MANY = 20_000;

/** Figures of which there are many, few, and hardly any. */
const LISTS = {
  "what remains": {},
  "of one rare class": { mainClass: "regional" },
  "at one rare step": { state: "disputed" },
  overdue: { late: "overdue" },
  "all records": { records: "total" },
  "records not compared": { records: "notCompared" },
} satisfies Record<string, LineFilter>;

/** As many as a nation does in an hour or two. */
const CLOSE = `
  update task set state = 'closed', resolution = 'corrected' where id in (
    select id from task where state = 'publishing' and not superseded order by record_id limit ${MANY})
  returning id`;
const BACK = "update task set state = 'publishing', resolution = null where id = any($1::uuid[])";

async function medianOf(read: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const begun = performance.now();
    await read();
    all.push(performance.now() - begun);
  }
  return round(quantile(all, 0.5));
}

/** The first page of the lists behind national figures, in milliseconds. */
export async function lists({ places }: Volume<NationPlaces>, owner: Owner): Promise<Result[]> {
  const { leader } = places;
  const { rows } = await owner.query<{ id: string }>(CLOSE);
  await foldProgress();
  const today = clockThere(new Date()).day;
  const row = (metric: string, ours: number): Result => ({
    case: "list behind a national figure",
    metric,
    ours,
    peer: null,
    limit: null,
    unit: "ms",
  });
  const results: Result[] = [];
  for (const [name, filter] of Object.entries(LISTS)) {
    results.push(row(name, await medianOf(() => listProgressLines.as(leader, filter))));
  }
  const closed = { happened: "closed", from: today, to: today } as const;
  const day = await medianOf(() => listDayLines.as(leader, closed));
  // A database that is kept has them again next time.
  await owner.query(BACK, [rows.map(({ id }) => id)]);
  await foldProgress();
  return [...results, row(`closed today, at least ${MANY}`, day)];
}
