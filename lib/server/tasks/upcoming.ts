import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import { query } from "@/lib/server/core/query";

/** As many as are read ahead. */
const AHEAD = 2;

const UPCOMING = "select id from upcoming_tasks($1, $2, $3, $4::uuid[], $5)";

/**
 * Ids of the tasks that would open next for the officer, the nearest first. None is taken by it: a
 * colleague may be faster. `except`: the one in work and those on their way.
 */
export const listUpcoming = query<readonly string[], string[]>(
  "task:claim",
  async ({ sql, actor }, except) => {
    const force = forceOf(actor);
    if (!force) return [];
    const of = [actor.officerId, force, actor.unitId, except, AHEAD];
    return (await sql<{ id: string }>(UPCOMING, of)).map(({ id }) => id);
  },
);
