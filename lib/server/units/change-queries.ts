import "server-only";
import { UnitChangeRequest, unitsNamed, unitsOfChange } from "@/lib/domain/units/change";
import type { ChangeRefusal, UnitChangePlan } from "@/lib/domain/units/plan-change";
import type { Unit } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import { query } from "@/lib/server/core/query";
import { planNow, readUnits } from "./change-plan";
import { requireNation } from "./changes";

/** What lies in a commune, by numbers. */
export interface UnitCounts {
  unitId: string;
  records: number;
  openTasks: number;
  closedTasks: number;
  leased: number;
  officers: number;
  hamlets: number;
  hamletRules: number;
  residenceRules: number;
}

export interface PreviewLine extends UnitCounts {
  name: string;
  code: string;
  /** where everything of it goes; null for one that is divided, or stays */
  to: string | null;
}

export interface ChangePreview {
  refused: ChangeRefusal | null;
  /** communes that end, then those that are there and take something in */
  from: PreviewLine[];
  into: PreviewLine[];
  makes: { name: string; code: string }[];
  officers: { id: string; name: string; role: string; from: string; to: string }[];
  /** hamlets of a commune that is divided, to be dealt out */
  hamlets: { id: string; name: string; records: number }[];
  /** records and open tasks that will wait for a choice */
  undecided: number;
  /** the same before and after */
  total: { records: number; openTasks: number; closedTasks: number };
}

const COUNTS = `
  select unit_id as "unitId", records, open_tasks as "openTasks", closed_tasks as "closedTasks", leased,
    officers, hamlets, hamlet_rules as "hamletRules", residence_rules as "residenceRules"
  from unit_change_counts($1)`;
const OFFICERS = `
  select o.id, o.full_name as name, o.role, o.unit_id as "unitId", o.hamlet_id as "hamletId"
  from officer o where o.unit_id = any($1) order by o.unit_id, o.role, o.full_name limit 500`;
const HAMLETS = "select hamlet_id as id, name, records from unit_change_hamlets($1)";

const NOTHING: ChangePreview = {
  refused: null,
  from: [],
  into: [],
  makes: [],
  officers: [],
  hamlets: [],
  undecided: 0,
  total: { records: 0, openTasks: 0, closedTasks: 0 },
};

interface Known {
  sql: Sql;
  plan: UnitChangePlan;
  nameOf: (id: string) => string;
}

async function linesOf(of: Known & { units: Map<string, Unit> }, ids: string[]) {
  const counts = await of.sql<UnitCounts>(COUNTS, [ids]);
  return counts.map((one) => {
    const move = of.plan.moves.find(({ from }) => from === one.unitId);
    return {
      ...one,
      name: of.nameOf(one.unitId),
      code: of.units.get(one.unitId)?.code ?? "",
      to: move ? of.nameOf(move.to) : null,
    };
  });
}

async function officersOf({ sql, plan, nameOf }: Known): Promise<ChangePreview["officers"]> {
  const ids = plan.closes.map(({ id }) => id);
  type Row = { id: string; name: string; role: string; unitId: string; hamletId: string | null };
  const rows = await sql<Row>(OFFICERS, [ids]);
  const target = ({ unitId, hamletId }: Row) => {
    const move = plan.moves.find(({ from }) => from === unitId);
    const hamlet = plan.split?.hamlets.find((one) => one.hamlet === hamletId);
    return move?.to ?? hamlet?.to ?? plan.split?.heir ?? unitId;
  };
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    from: nameOf(row.unitId),
    to: nameOf(target(row)),
  }));
}

function sum(lines: readonly UnitCounts[]): ChangePreview["total"] {
  const of = (key: "records" | "openTasks" | "closedTasks") =>
    lines.reduce((total, line) => total + line[key], 0);
  return { records: of("records"), openTasks: of("openTasks"), closedTasks: of("closedTasks") };
}

/** What a change would do, counted; nothing is changed. */
export const previewChange = query<{ request: unknown; on: string }, ChangePreview>(
  "unit:change",
  async ({ sql, actor }, { request: raw, on }) => {
    requireNation(actor);
    const request = UnitChangeRequest.parse(raw);
    const planned = await planNow(sql, request, on);
    if (!planned.ok) return { ...NOTHING, refused: planned.reason };
    const { plan, units } = planned;
    const made = new Map(plan.makes.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => made.get(id) ?? units.get(id)?.name ?? id;
    const known = { sql, plan, nameOf, units };
    const ends = plan.closes.map(({ id }) => id);
    const stays = unitsNamed(request).filter(
      (id) => !ends.includes(id) && units.get(id)?.level === "commune",
    );
    const from = await linesOf(known, ends);
    const into = await linesOf(known, stays);
    const hamlets =
      request.kind === "split"
        ? await sql<ChangePreview["hamlets"][number]>(HAMLETS, [request.unit])
        : [];
    const dealt = new Set(plan.split?.hamlets.map(({ hamlet }) => hamlet));
    const going = hamlets.filter(({ id }) => dealt.has(id));
    const placed = going.reduce((total, hamlet) => total + hamlet.records, 0);
    return {
      ...NOTHING,
      from,
      into,
      makes: plan.makes.map(({ name, code }) => ({ name, code })),
      officers: await officersOf(known),
      hamlets,
      undecided: plan.split ? (from[0]?.records ?? 0) - placed : 0,
      total: sum([...from, ...into]),
    };
  },
);

export interface ChangeLine {
  id: string;
  kind: UnitChangeRequest["kind"];
  state: "planned" | "applying" | "done" | "refused" | "cancelled";
  reason: string | null;
  effectiveOn: string;
  /** names of the communes that it ends, and of what they become */
  from: string[];
  to: string[];
  before: ChangePreview["total"] | null;
  after: ChangePreview["total"] | null;
  total: number;
  done: number;
  by: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

interface ChangeRow extends Omit<ChangeLine, "from" | "to"> {
  request: UnitChangeRequest;
}

const CHANGES = `
  select c.id, c.kind, c.state, c.reason, c.effective_on as "effectiveOn", c.before, c.after, c.total, c.done,
    o.full_name as by, c.created_at as "createdAt", c.finished_at as "finishedAt", c.request
  from unit_change c left join officer o on o.id = c.by_id
  order by (c.state in ('planned', 'applying')) desc, c.created_at desc limit 100`;

function targetsOf(request: UnitChangeRequest, nameOf: (id: string) => string): string[] {
  if (request.kind === "province") return [nameOf(request.province)];
  const targets = request.kind === "split" ? request.parts : [request.into];
  return targets.map((target) => ("unitId" in target ? nameOf(target.unitId) : target.name));
}

/** The changes that were asked for, those that are to come first. */
export const listChanges = query("unit:change", async ({ sql, actor }): Promise<ChangeLine[]> => {
  requireNation(actor);
  const rows = await sql<ChangeRow>(CHANGES);
  const units = await readUnits(
    sql,
    rows.flatMap(({ request }) => unitsNamed(request)),
  );
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  return rows.map(({ request, ...line }) => ({
    ...line,
    from: unitsOfChange(request).map(nameOf),
    to: targetsOf(request, nameOf),
  }));
});
