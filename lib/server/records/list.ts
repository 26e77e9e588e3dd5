import "server-only";
import { z } from "zod";
import type { Sql } from "@/lib/server/core/db";
import { cutPage } from "@/lib/server/core/keyset";
import { alongIndex, pageStatement } from "@/lib/server/core/list-sql";
import { query } from "@/lib/server/core/query";
import { readArea } from "./list-area";
import { type ListSearch, runSearch } from "./search";

/** Where in the list, which unit, what is looked for: never a name or a number. */
export const RecordFilter = z.object({
  unit: z.string().max(20).optional().catch(undefined),
  search: z.uuid().optional().catch(undefined),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type RecordFilter = z.output<typeof RecordFilter>;

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
  /** the row at which the page was to begin is out of reach: this is the first page */
  lost: boolean;
}

const EDGE = "select name_order as value from record where id = $1";

/** The row that a page begins at: its name is looked up, so that it stands in no address. */
async function edgeOf(sql: Sql, { after, before }: RecordFilter) {
  const id = before ?? after;
  if (!id) return { edge: null, lost: false };
  const [row] = await sql<{ value: string }>(EDGE, [id]);
  const edge = row ? { value: row.value, id, backwards: before !== undefined } : null;
  return { edge, lost: edge === null };
}

/** One page of records of the actor's area in the order of a register: given name first. */
export const listRecords = query<RecordFilter, RecordsPage>(
  "record:read",
  async ({ sql, actor }, filter) => {
    const found = filter.search ? await runSearch(sql, filter.search, "records") : null;
    const { edge, lost } = await edgeOf(sql, filter);
    const { text, values } = pageStatement({
      table: "record",
      area: found && !filter.unit ? null : await readArea(sql, actor, filter.unit),
      conditions: found ? [{ text: "t.id = any(?::uuid[])", values: [found.ids] }] : [],
      order: { column: "name_order", type: "text", descending: filter.direction === "desc" },
      edge,
      columns: "null as nothing",
      size: PAGE + 1,
    });
    const read = () => sql<{ id: string }>(text, values);
    const ids = found ? await read() : await alongIndex(sql, read);
    const page = cutPage(ids, { edge: lost ? {} : filter, size: PAGE, keyOf: ({ id }) => id });
    const lines = await sql<RecordLine>(LINES, [page.rows.map(({ id }) => id)]);
    const byId = new Map(lines.map((line) => [line.id, line]));
    const records = page.rows.flatMap(({ id }) => byId.get(id) ?? []);
    const { previous, next } = page;
    return { records, previous, next, search: found?.search ?? null, lost };
  },
);
