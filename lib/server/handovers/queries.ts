import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { canDo } from "@/lib/domain/access/roles";
import {
  type HandoverLine,
  handoverLine,
  MOST_LINES,
  maskedLine,
} from "@/lib/domain/handovers/line";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { contentHash } from "./hash";
import {
  COUNTS,
  DISPUTES,
  LINES,
  NEWEST,
  ONE,
  READY_BY_HAMLET,
  READY_LINES,
  SIGNATURES,
} from "./sql";

export interface HandoverSummary {
  id: string;
  no: number;
  /** the commune that signed it */
  unitId: string;
  /** where that commune's papers are today: it may have been merged since */
  unitPath: string;
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
  /** lines that health did not take over */
  disputedCount: number;
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

/** A line that was not taken over, as the paper and the list show it. */
export interface DisputeLine {
  lineNo: number;
  reason: string;
  byName: string;
  at: Date;
}

/** A signature by certificate; `verified` is null while nobody has checked it. */
export interface SignatureLine {
  office: string;
  subject: string;
  issuer: string | null;
  serial: string | null;
  format: string;
  signedAt: Date;
  verified: boolean | null;
}

export interface HandoverDetail extends HandoverSummary {
  /** as signed for the two offices of the unit; with masked numbers for anyone else */
  lines: HandoverLine[];
  masked: boolean;
  disputes: DisputeLine[];
  signatures: SignatureLine[];
  /** the hash taken again just now over the lines as they are kept */
  hashNow: string;
  /** whether that is the hash that was signed */
  intact: boolean;
}

/** The two offices that sign the paper, or that have it today, read it as it was signed. */
function readsAsSigned(actor: Actor, unitPath: string): boolean {
  const signs = canDo(actor.role, "handover:sign") || canDo(actor.role, "handover:receive");
  return signs && actor.unitPath === unitPath;
}

export async function readHandover(sql: Sql, actor: Actor, id: string): Promise<HandoverDetail> {
  const handover = found((await sql<HandoverSummary>(ONE, [id]))[0]);
  const rows = await sql<{ content: HandoverLine }>(LINES, [id]);
  const lines = rows.map((row) => row.content);
  const masked = !readsAsSigned(actor, handover.unitPath);
  const hashNow = contentHash(lines);
  return {
    ...handover,
    lines: masked ? lines.map(maskedLine) : lines,
    masked,
    disputes: await sql<DisputeLine>(DISPUTES, [id]),
    signatures: await sql<SignatureLine>(SIGNATURES, [id]),
    hashNow,
    intact: hashNow === handover.contentHash && lines.length === handover.lineCount,
  };
}

/** One list with its lines as they were signed, and what was said of them since. */
export const getHandover = query<string, HandoverDetail>("handover:read", ({ sql, actor }, id) =>
  readHandover(sql, actor, id),
);

/** What police may put on a list, as it will stand there. */
export interface ReadyLine extends Omit<HandoverLine, "lineNo"> {
  taskId: string;
  version: number;
  hamlet: string | null;
  confirmedBy: string | null;
}

export interface ReadyList {
  lines: ReadyLine[];
  /** how many wait in each hamlet; the id of no hamlet is "-" and it has no name */
  hamlets: { id: string; name: string | null; people: number }[];
}

interface ReadyRow extends Pick<ReadyLine, "taskId" | "version" | "hamlet" | "confirmedBy"> {
  code: string;
  confirmed: FieldValues | null;
}

/** What waits to be signed in the officer's unit, the first thousand; of one hamlet where it is named. */
export const listReady = query<string | null, ReadyList>(
  "handover:sign",
  async ({ sql, actor }, hamlet) => {
    const rows = await sql<ReadyRow>(READY_LINES, [actor.unitId, MOST_LINES, hamlet]);
    const lines = rows.map(({ code, confirmed, ...row }) => {
      const { lineNo: _, ...line } = handoverLine(0, code, confirmed ?? {});
      return { ...line, ...row };
    });
    return { lines, hamlets: await sql(READY_BY_HAMLET, [actor.unitId]) };
  },
);
