import "server-only";
import { type QueryContext, query } from "@/lib/server/core/query";
import { MOST_COUNTED, readOpenTasks, readOutcomes } from "./figures";
import { hasYears, type RecordFilter } from "./list-filter";
import { countRecordList, placeOf, type RecordList } from "./list-read";

export interface ListedCount {
  /** counted up to 1,001 where it isn't exact */
  n: number;
  exact: boolean;
}

/** What figures are kept for: a place and a standing. */
const isPlain = (filter: RecordFilter) => !filter.hamlet && !filter.search && !hasYears(filter);

/** An outcome within some years has neither a figure nor an index: only a commune is small enough to count it. */
function isCountable(filter: RecordFilter, { area, search, unread }: RecordList): boolean {
  if (unread === "sparse") return false;
  const { standing } = filter;
  const narrowed = standing !== undefined && standing !== "task";
  return Boolean(search) || !narrowed || area === null || area.kind === "commune";
}

async function readKept({ sql, actor }: QueryContext, filter: RecordFilter, list: RecordList) {
  const place = placeOf(actor, list.area);
  const { standing } = filter;
  if (standing === "task") return readOpenTasks(sql, place);
  const cells = await readOutcomes(sql, place);
  const outcome = standing === "none" ? "" : standing;
  const wanted = cells.filter((cell) => outcome === undefined || cell.outcome === outcome);
  return wanted.reduce((sum, { n }) => sum + n, 0);
}

/** How many records a list has: from kept figures where there are some, otherwise counted. */
export async function readListedCount(
  ctx: QueryContext,
  { filter, list }: { filter: RecordFilter; list: RecordList },
): Promise<ListedCount | null> {
  if (isPlain(filter)) return { n: await readKept(ctx, filter, list), exact: true };
  if (list.unread === "none") return { n: 0, exact: true };
  if (!isCountable(filter, list)) return null;
  const n = await countRecordList(ctx.sql, list);
  const more = list.search !== null && !list.search.gone && list.search.more;
  return { n, exact: n <= MOST_COUNTED && !more };
}

export interface RecordCounts {
  total: number;
  /** with an open task */
  open: number;
  /** the most frequent first; `none` before the first comparison */
  standings: { standing: string; n: number }[];
}

/** The figures above the list, of the whole area. */
export const getRecordCounts = query<void, RecordCounts>(
  "record:read",
  async ({ sql, actor }): Promise<RecordCounts> => {
    const place = placeOf(actor, null);
    const sums = new Map<string, number>();
    for (const { outcome, n } of await readOutcomes(sql, place)) {
      sums.set(outcome || "none", (sums.get(outcome || "none") ?? 0) + n);
    }
    const standings = [...sums]
      .map(([standing, n]) => ({ standing, n }))
      .sort((a, b) => b.n - a.n || a.standing.localeCompare(b.standing));
    const total = standings.reduce((sum, { n }) => sum + n, 0);
    return { total, open: await readOpenTasks(sql, place), standings };
  },
);
