import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import {
  BULK_OUTCOMES,
  type BulkPhase,
  type BulkState,
  canUndoBulk,
  UNDO_OUTCOMES,
} from "@/lib/domain/tasks/bulk-outcome";
import { BULK_RULES, type BulkRule } from "@/lib/domain/tasks/bulk-rules";
import { found } from "@/lib/server/core/error";
import { type QueryContext, query } from "@/lib/server/core/query";

export interface BulkSummary {
  id: string;
  clusterKey: string;
  rule: BulkRule;
  mainClass: string;
  state: BulkState;
  phase: BulkPhase;
  total: number;
  unitName: string;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
}

const COLUMNS = `b.id, b.cluster_key as "clusterKey", b.rule, b.main_class as "mainClass", b.state, b.phase, b.total,
  u.name as "unitName", o.full_name as "createdBy", b.created_at as "createdAt", b.started_at as "startedAt",
  b.finished_at as "finishedAt", b.undone_at as "undoneAt"`;

const FROM =
  "from bulk_run b join unit u on u.path = b.unit_path join officer o on o.id = b.created_by_id";

/** The newest bulks of the actor's area; of an officer's own force only. */
export const listBulks = query<void, BulkSummary[]>("bulk:read", async ({ sql, actor }) => {
  const force = forceOf(actor);
  const rules = Object.entries(BULK_RULES)
    .filter(([, rule]) => force === null || rule.force === force)
    .map(([name]) => name);
  return sql<BulkSummary>(
    `select ${COLUMNS} ${FROM} where b.rule = any($1) order by b.created_at desc limit 20`,
    [rules],
  );
});

interface Counted {
  outcome: string | null;
  undo: string | null;
  reason: string | null;
  n: number;
}

const COUNTS = `
  select outcome, undo_outcome as undo, reason, count(*)::int as n from bulk_line where bulk_id = $1 group by 1, 2, 3`;

export interface BulkCounts {
  /** rows by what became of them; those not looked at yet are in none */
  outcomes: Record<string, number>;
  undone: Record<string, number>;
  /** why rows were refused, or were not accepted after all */
  reasons: { outcome: string; reason: string; n: number }[];
  done: number;
  /** rows that an undo has to look at, and has looked at */
  toUndo: number;
  undoDone: number;
}

const WORKED = ["applied", "notAccepted"];

function sum(rows: Counted[], by: (row: Counted) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = by(row);
    if (key) counts[key] = (counts[key] ?? 0) + row.n;
  }
  return counts;
}

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((all, n) => all + n, 0);

function countsOf(rows: Counted[]): BulkCounts {
  const outcomes = sum(rows, (row) => row.outcome);
  const undone = sum(rows, (row) => row.undo);
  const worked = rows.filter((row) => WORKED.includes(row.outcome ?? ""));
  const withReason = rows.filter((row) => row.outcome !== null && row.reason !== null);
  const reasons = sum(withReason, (row) => `${row.outcome} ${row.reason}`);
  return {
    outcomes,
    undone,
    reasons: Object.entries(reasons).map(([key, n]) => {
      const [outcome = "", reason = ""] = key.split(" ");
      return { outcome, reason, n };
    }),
    done: total(outcomes),
    toUndo: worked.reduce((all, row) => all + row.n, 0),
    undoDone: total(undone),
  };
}

export interface SampleVerdict {
  taskId: string;
  code: string | null;
  right: boolean;
}

const SAMPLE = `
  select s.task_id as "taskId", r.code, s."right" from bulk_sample s left join task t on t.id = s.task_id
  left join record r on r.id = t.record_id where s.bulk_id = $1 order by s."right", r.code`;

export interface BulkDetail extends BulkSummary, BulkCounts {
  force: Force;
  sample: SampleVerdict[];
  mayChange: boolean;
  mayUndo: boolean;
}

/** A bulk with every row accounted for. */
export const getBulk = query<string, BulkDetail>("bulk:read", async ({ sql, actor }, id) => {
  const [row] = await sql<BulkSummary>(`select ${COLUMNS} ${FROM} where b.id = $1`, [id]);
  const run = found(row);
  const { force } = BULK_RULES[run.rule];
  const mine = forceOf(actor);
  found(mine === null || mine === force ? run : null);
  const mayChange = mine === force;
  return {
    ...run,
    ...countsOf(await sql<Counted>(COUNTS, [id])),
    force,
    sample: await sql<SampleVerdict>(SAMPLE, [id]),
    mayChange,
    mayUndo: mayChange && canUndoBulk(run, new Date()),
  };
});

const CODES = [...BULK_OUTCOMES, ...UNDO_OUTCOMES] as const;

/** Which rows of a bulk: those of one outcome, or of one end of its undo. */
export const LineFilter = z.object({
  bulkId: z.uuid(),
  outcome: z.enum(CODES),
  after: z.uuid().optional().catch(undefined),
});
export type LineFilter = z.output<typeof LineFilter>;

export interface BulkLineView {
  taskId: string;
  code: string | null;
  fullName: string | null;
  outcome: string;
  reason: string | null;
  undo: string | null;
}

const PAGE = 50;

const LINES = `
  select l.task_id as "taskId", r.code, r.full_name as "fullName", l.outcome, l.reason, l.undo_outcome as undo
  from bulk_line l left join record r on r.id = l.record_id
  where l.bulk_id = $1 and (l.outcome = $2 or l.undo_outcome = $2) and ($3::uuid is null or l.task_id > $3)
  order by l.task_id limit ${PAGE + 1}`;

/** One page of a bulk's rows of one end, so that nothing is only a number. */
export const listBulkLines = query<LineFilter, { lines: BulkLineView[]; next: string | null }>(
  "bulk:read",
  async ({ sql }: QueryContext, { bulkId, outcome, after }) => {
    const rows = await sql<BulkLineView>(LINES, [bulkId, outcome, after ?? null]);
    const lines = rows.slice(0, PAGE);
    return { lines, next: rows.length > PAGE ? (lines.at(-1)?.taskId ?? null) : null };
  },
);
