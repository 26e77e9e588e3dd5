import "server-only";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

export interface BatchLine {
  id: string;
  fileName: string;
  unitName: string;
  state: string;
  rowsRead: number;
  rowsWrong: number;
  recordsNew: number;
  recordsUpdated: number;
  createdAt: Date;
  createdBy: string | null;
}

const BATCH = `
  select b.id, b.file_name as "fileName", u.name as "unitName", b.state, b.rows_read as "rowsRead",
    b.rows_wrong as "rowsWrong", b.records_new as "recordsNew", b.records_updated as "recordsUpdated",
    b.created_at as "createdAt", o.full_name as "createdBy"`;
const FROM = `
  from import_batch b join unit u on u.id = b.unit_id left join officer o on o.id = b.created_by_id`;

/** The newest hundred batches of the actor's area. */
export const listBatches = query("import:read", async ({ sql }) =>
  sql<BatchLine>(`${BATCH} ${FROM} order by b.created_at desc limit 100`),
);

export interface BatchDetail extends BatchLine {
  profile: string | null;
  layout: string | null;
  encoding: string | null;
  failure: { code: string; params?: Record<string, string | number> } | null;
  finishedAt: Date | null;
  unread: string[];
  runId: string | null;
  runState: string | null;
  runDone: number;
  runTotal: number;
  ready: number;
  undecided: number;
}

const DETAIL = `${BATCH}, b.profile, b.layout, b.encoding, b.failure, b.finished_at as "finishedAt",
    coalesce(b.header->'unread', '[]'::jsonb) as unread,
    run.id as "runId", run.state as "runState", coalesce(run.done, 0) as "runDone",
    coalesce(run.total, 0) as "runTotal",
    (select count(distinct c.record_id)::int from correction c join record r on r.id = c.record_id
      where r.batch_id = b.id and c.published_at is null and c.publication_id is null
        and not exists (select 1 from task t where t.record_id = r.id
          and (t.state not in ('publishing', 'closed') or t.resolution = 'withdrawn'))) as ready,
    (select count(*)::int from record r where r.batch_id = b.id
      and r.residence_status not in ('resolved', 'elsewhere')) as undecided
  ${FROM} left join lateral (select * from match_run m where m.batch_id = b.id order by m.created_at desc limit 1) run on true
  where b.id = $1`;

/** One batch: how far it is, what came of it, what waits. */
export const getBatch = query<string, BatchDetail>("import:read", async ({ sql }, id) =>
  found((await sql<BatchDetail>(DETAIL, [id]))[0]),
);

export interface IssueLine {
  id: string;
  rowNo: number;
  column: string;
  code: string;
  params: Record<string, string | number>;
  severity: string;
}

const PAGE = 50;

/** Wrong cells of a batch, errors before warnings; `after` is "severity rowNo id" of the last one seen. */
export const listIssues = query<
  { batchId: string; severity: string; after?: string },
  { issues: IssueLine[]; next: string | null }
>("import:read", async ({ sql }, { batchId, severity, after }) => {
  const [row, id] = after?.split("_") ?? [];
  const rows = await sql<IssueLine>(
    `select id, row_no as "rowNo", column_name as "column", code, params, severity from import_issue
     where batch_id = $1 and severity = $2 and ($3::int is null or (row_no, id) > ($3::int, $4::bigint))
     order by row_no, id limit ${PAGE + 1}`,
    [batchId, severity, row ?? null, id ?? null],
  );
  const issues = rows.slice(0, PAGE);
  const last = issues.at(-1);
  return { issues, next: rows.length > PAGE && last ? `${last.rowNo}_${last.id}` : null };
});
