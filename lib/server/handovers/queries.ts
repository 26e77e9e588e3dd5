import "server-only";
import type { HandoverLine } from "@/lib/domain/handovers/line";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

export interface HandoverSummary {
  id: string;
  no: number;
  unitName: string;
  lineCount: number;
  signedName: string;
  signedAt: Date;
  receivedName: string | null;
  receivedAt: Date | null;
  version: number;
}

const SUMMARY = `
  select h.id, h.no, u.name as "unitName", h.line_count as "lineCount", h.signed_name as "signedName",
    h.signed_at as "signedAt", h.received_name as "receivedName", h.received_at as "receivedAt",
    h.version, h.content_hash as "contentHash"
  from handover h join unit u on u.id = h.unit_id`;

/** The newest hundred lists, what waits to be received first, and how many confirmed records wait for one. */
export const listHandovers = query("handover:read", async ({ sql }) => {
  const handovers = await sql<HandoverSummary>(
    `${SUMMARY} order by (h.received_at is null) desc, h.signed_at desc limit 100`,
  );
  const ready = await sql<{ n: number }>(
    "select count(*)::int as n from task where state = 'handover' and handover_id is null",
  );
  return { handovers, ready: ready[0]?.n ?? 0 };
});

export interface HandoverPaper extends HandoverSummary {
  contentHash: string;
  lines: HandoverLine[];
}

/** One list with its lines as they were signed. */
export const getHandover = query<string, HandoverPaper>("handover:read", async ({ sql }, id) => {
  const rows = await sql<Omit<HandoverPaper, "lines">>(`${SUMMARY} where h.id = $1`, [id]);
  const handover = found(rows[0]);
  const lines = await sql<{ content: HandoverLine }>(
    "select content from handover_line where handover_id = $1 order by line_no",
    [id],
  );
  return { ...handover, lines: lines.map((line) => line.content) };
});
