import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { compareOne } from "@/lib/server/matching/run";
import type { MadeOfficer } from "@/prisma/factories/communes";
import type { ownerClient } from "@/prisma/factories/owner";

/** Milliseconds. */
interface Times {
  median: number;
  p95: number;
}

/** Records of every outcome, spread over all of them; somebody corrects one and sends it. */
const SOME = `
  select id, id_number from record where outcome is not null order by hashtextextended(id::text, 0) limit $1`;

function timesOf(all: number[]): Times {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Compares records one by one as a command does, each beside a bare look-up of its number. */
export async function compareSome(
  owner: ReturnType<typeof ownerClient>,
  actor: MadeOfficer,
  count: number,
): Promise<{ ours: Times; peer: Times }> {
  const { rows } = await owner.query<{ id: string; id_number: string | null }>(SOME, [count]);
  const ours: number[] = [];
  const peer: number[] = [];
  for (const { id, id_number: number } of rows) {
    let begun = performance.now();
    await transaction(scopeOf(actor), ({ sql }) => compareOne(sql, id, null));
    ours.push(performance.now() - begun);
    begun = performance.now();
    await owner.query("select * from person where id_number = $1", [number]);
    peer.push(performance.now() - begun);
  }
  return { ours: timesOf(ours), peer: timesOf(peer) };
}
