import "server-only";
import { dayOf } from "@/lib/domain/tasks/capacity";
import type { OfficerLoad } from "@/lib/domain/tasks/redistribution";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { forceToAssign } from "./assignable";

export interface NamedLoad extends OfficerLoad {
  fullName: string;
  role: string;
  unitName: string;
}

/** A task that did not move, with why and who had it open. */
export interface LeftLine {
  taskId: string;
  code: string | null;
  /** nobody, held, changed, absent */
  why: string;
  from: string | null;
  to: string | null;
  holder: string | null;
}

interface Head {
  id: string;
  state: "planned" | "applied" | "undone";
  by: string | null;
  at: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  loads: { loads: OfficerLoad[]; kept: number };
  byId: string;
}

const HEAD = `
  select d.id, d.state, o.full_name as by, d.by_id as "byId", d.at, d.applied_at as "appliedAt",
    d.undone_at as "undoneAt", d.loads
  from redistribution d left join officer o on o.id = d.by_id where d.id = $1`;

const NAMES = `
  select o.id, o.full_name as "fullName", o.role, u.name as "unitName"
  from officer o join unit u on u.id = o.unit_id where o.id = any($1)`;

// While it is planned, the lines that are to move have no outcome yet.
const COUNTS = `
  select coalesce(l.outcome, 'planned') as outcome, l.undo, count(*)::int as n
  from redistribution_line l where l.redistribution_id = $1 group by 1, 2`;

const LEFT = `
  select l.task_id as "taskId", r.code, case when $2 then l.undo else l.outcome end as why,
    f.full_name as from, o.full_name as to, h.full_name as holder
  from redistribution_line l left join task t on t.id = l.task_id left join record r on r.id = t.record_id
  left join officer f on f.id = l.from_id left join officer o on o.id = l.to_id
  left join officer h on h.id = l.holder_id
  where l.redistribution_id = $1 and case when $2 then l.undo <> 'moved' else l.outcome <> 'moved' end
  order by 3, r.code limit 300`;

interface Count {
  outcome: string;
  undo: string | null;
  n: number;
}

function sumOf(counts: Count[], test: (one: Count) => boolean): number {
  return counts.filter(test).reduce((sum, one) => sum + one.n, 0);
}

/** A redistribution with the loads before and after, and every task that stays where it is. */
export const getRedistribution = query("task:assign", async ({ sql, actor }, id: string) => {
  forceToAssign(actor);
  const head = found((await sql<Head>(HEAD, [id]))[0]);
  if (actor.role !== "coordinator" && head.byId !== actor.officerId) return found<never>(null);
  const { loads, kept } = head.loads;
  const named = await sql<{ id: string; fullName: string; role: string; unitName: string }>(NAMES, [
    loads.map((one) => one.officerId),
  ]);
  const names = new Map(named.map((one) => [one.id, one]));
  const counts = await sql<Count>(COUNTS, [id]);
  const undone = head.state === "undone";
  return {
    ...head,
    kept,
    loads: loads.flatMap((one): NamedLoad[] => {
      const name = names.get(one.officerId);
      return name
        ? [{ ...one, fullName: name.fullName, role: name.role, unitName: name.unitName }]
        : [];
    }),
    planned: sumOf(counts, (one) => one.outcome === "planned"),
    moved: sumOf(counts, (one) => one.outcome === "moved"),
    undone: sumOf(counts, (one) => one.undo === "moved"),
    left: await sql<LeftLine>(LEFT, [id, undone]),
    leftCount: sumOf(counts, (one) =>
      undone
        ? one.undo !== null && one.undo !== "moved"
        : one.outcome !== "moved" && one.outcome !== "planned",
    ),
    /** it can still be taken back */
    undoable:
      head.state === "applied" &&
      head.appliedAt !== null &&
      dayOf(head.appliedAt) === dayOf(new Date()),
  };
});

export type RedistributionPage = Awaited<ReturnType<typeof getRedistribution>>;

export interface RedistributionLine {
  id: string;
  state: string;
  by: string | null;
  at: Date;
  moved: number;
}

const RECENT = `
  select d.id, d.state, o.full_name as by, coalesce(d.applied_at, d.at) as at,
    (select count(*)::int from redistribution_line l
     where l.redistribution_id = d.id and l.outcome = 'moved') as moved
  from redistribution d left join officer o on o.id = d.by_id
  where d.state <> 'planned' and ($1::uuid is null or d.by_id = $1) order by d.id desc limit 10`;

/** The last ten redistributions that the actor may look at. */
export const listRedistributions = query("task:assign", ({ sql, actor }) => {
  forceToAssign(actor);
  const own = actor.role === "coordinator" ? null : actor.officerId;
  return sql<RedistributionLine>(RECENT, [own]);
});
