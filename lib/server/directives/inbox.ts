import "server-only";
import { z } from "zod";
import { type DigestCounts, type DigestLine, linesOf } from "@/lib/domain/directives/digest";
import { command } from "@/lib/server/core/command";
import { query } from "@/lib/server/core/query";

interface Row {
  day: string;
  counts: DigestCounts;
  madeAt: Date;
  read: boolean;
}

/** One day's digest: counts as they were when it was made. */
export interface Digest extends Omit<Row, "counts"> {
  lines: { line: DigestLine; count: number }[];
}

const OWN = `
  select day, counts, made_at as "madeAt", read_at is not null as read from digest
  where officer_id = $1 and total > 0 order by day desc limit 14`;

/** The officer's own digests, the newest first; days without anything are left out. */
export const listDigests = query<void, Digest[]>("self:use", async ({ sql, actor }) => {
  const rows = await sql<Row>(OWN, [actor.officerId]);
  return rows.map(({ counts, ...row }) => ({ ...row, lines: linesOf(counts) }));
});

const UNREAD = `
  select count(*)::int as unread from (${OWN}) as shown where not read`;

/** How many of the digests that are listed the officer has not read. */
export const countUnread = query<void, number>("digest:receive", async ({ sql, actor }) => {
  const [row] = await sql<{ unread: number }>(UNREAD, [actor.officerId]);
  return row?.unread ?? 0;
});

/** Digests up to a day have been read. */
export const readDigests = command({
  name: "digest.read",
  permission: "self:use",
  input: z.object({ day: z.iso.date() }),
  async run({ sql, actor }, { day }) {
    const read = await sql(
      "update digest set read_at = now() where officer_id = $1 and day <= $2 and read_at is null returning day",
      [actor.officerId, day],
    );
    return { data: { days: read.length }, audit: { entity: "digest", entityId: day } };
  },
});
