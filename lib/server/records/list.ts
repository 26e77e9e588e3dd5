import "server-only";
import { cutPage } from "@/lib/server/core/keyset";
import { query } from "@/lib/server/core/query";
import { type ListedCount, readListedCount } from "./list-counts";
import type { RecordFilter } from "./list-filter";
import { readRecordIds, recordList } from "./list-read";
import type { ListSearch } from "./search";

export interface RecordLine {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  hamlet: string | null;
  unitName: string;
  outcome: string | null;
  /** of its open task; null without one */
  taskState: string | null;
}

const LINES = `
  select r.id, r.code, r.full_name as "fullName", nullif(r.birth_year, 0)::text as "birthYear",
    h.name as hamlet, u.name as "unitName", r.outcome, t.state as "taskState"
  from record r join unit u on u.id = r.unit_id left join hamlet h on h.id = r.hamlet_id
  left join lateral (select t.state from task t where t.record_id = r.id and t.state <> 'closed' offset 0) t on true
  where r.id = any($1::uuid[])`;

const PAGE = 50;

export interface RecordsPage {
  records: RecordLine[];
  previous: string | null;
  next: string | null;
  search: ListSearch | null;
  /** how many the filter finds; null where counting would cost more than the page */
  count: ListedCount | null;
  /** too few in too wide an area to be looked for: nothing was read */
  sparse: boolean;
  /** the row at which the page was to begin is out of reach: this is the first page */
  lost: boolean;
}

/** One page of records of the actor's area by the filter's order, and how many there are. */
export const listRecords = query<RecordFilter, RecordsPage>("record:read", async (ctx, filter) => {
  const { sql, actor } = ctx;
  const list = await recordList(sql, { actor, filter });
  const { ids, lost } = await readRecordIds(sql, list, { filter, size: PAGE + 1 });
  const edge = lost ? {} : filter;
  const page = cutPage(ids, { edge, size: PAGE, keyOf: (id) => id });
  const lines = await sql<RecordLine>(LINES, [page.rows]);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const records = page.rows.flatMap((id) => byId.get(id) ?? []);
  const { previous, next } = page;
  const count = await readListedCount(ctx, { filter, list });
  return {
    records,
    previous,
    next,
    search: list.search,
    count,
    sparse: list.unread === "sparse",
    lost,
  };
});
