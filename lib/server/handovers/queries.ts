import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { canDo } from "@/lib/domain/access/roles";
import { type HandoverLine, maskedLine } from "@/lib/domain/handovers/line";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { contentHash } from "./hash";
import { COUNTS, LINES, NEWEST, ONE } from "./sql";

export interface HandoverSummary {
  id: string;
  no: number;
  unitId: string;
  unitName: string;
  /** the province; heads the paper */
  parentName: string | null;
  lineCount: number;
  signedName: string;
  signedAt: Date;
  receivedName: string | null;
  receivedAt: Date | null;
  version: number;
  contentHash: string;
}

export interface HandoverCounts {
  /** confirmed records that are on no list yet */
  unsigned: number;
  /** records on signed lists that nobody has received */
  unreceived: number;
  /** signed lists that nobody has received */
  lists: number;
}

/** What waits between police and health in the actor's area. */
export async function countHandovers(sql: Sql): Promise<HandoverCounts> {
  const rows = await sql<HandoverCounts>(COUNTS);
  return rows[0] ?? { unsigned: 0, unreceived: 0, lists: 0 };
}

export interface HandoverList {
  handovers: HandoverSummary[];
  counts: HandoverCounts;
}

/** The newest hundred lists, what waits to be received first, and how many records wait for one. */
export const listHandovers = query<void, HandoverList>("handover:read", async ({ sql }) => ({
  handovers: await sql<HandoverSummary>(NEWEST),
  counts: await countHandovers(sql),
}));

export interface HandoverPaper extends HandoverSummary {
  /** as signed for the two offices of the unit; with masked numbers for anyone else */
  lines: HandoverLine[];
  masked: boolean;
  /** whether the lines still give the hash that was signed */
  intact: boolean;
}

/** The two offices that sign the paper read it as they signed it. */
function readsAsSigned(actor: Actor, unitId: string): boolean {
  const signs = canDo(actor.role, "handover:sign") || canDo(actor.role, "handover:receive");
  return signs && actor.unitId === unitId;
}

/** One list with its lines as they were signed. */
export const getHandover = query<string, HandoverPaper>(
  "handover:read",
  async ({ sql, actor }, id) => {
    const handover = found((await sql<HandoverSummary>(ONE, [id]))[0]);
    const rows = await sql<{ content: HandoverLine }>(LINES, [id]);
    const lines = rows.map((row) => row.content);
    const masked = !readsAsSigned(actor, handover.unitId);
    return {
      ...handover,
      lines: masked ? lines.map(maskedLine) : lines,
      masked,
      intact: contentHash(lines) === handover.contentHash,
    };
  },
);
