import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { DayInput } from "@/lib/server/tasks/plan";
import { getUnit } from "./unit";

/** What is wanted of a unit by which day. */
export interface Target {
  /** whose target it is: the unit's own, or that of a unit above */
  unitPath: string;
  unitName: string;
  deadline: string;
  /** share of all records for which nothing remains to be done by then, in per cent */
  percent: number;
}

const OF = `
  select unit_path as "unitPath", unit_name as "unitName", deadline, percent from target_of($1)`;

/** The target that holds for a unit; null where neither it nor a unit above it has one. */
export async function findTarget(sql: Sql, path: string): Promise<Target | null> {
  return (await sql<Target>(OF, [path]))[0] ?? null;
}

const BELOW = `
  select u.id as "unitId", t.deadline, t.percent from progress_target t join unit u on u.path = t.unit_path
  where u.parent_id = $1 and t.withdrawn_at is null`;

/** Targets of the units directly below, by unit. */
export async function readTargetsBelow(
  sql: Sql,
  unitId: string,
): Promise<Map<string, Pick<Target, "deadline" | "percent">>> {
  const rows = await sql<Pick<Target, "deadline" | "percent"> & { unitId: string }>(BELOW, [
    unitId,
  ]);
  return new Map(rows.map(({ unitId: id, ...target }) => [id, target]));
}

const WITHDRAW = `
  update progress_target set withdrawn_at = now(), withdrawn_by_id = $2
  where unit_path = $1 and withdrawn_at is null`;
const SET = `
  insert into progress_target (id, unit_id, unit_path, deadline, percent, reason, by_id)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const TargetInput = z.object({
  unitId: z.string().min(1, "unitMissing").max(20),
  deadline: DayInput,
  percent: z.coerce
    .number("percentRange")
    .int("percentRange")
    .min(1, "percentRange")
    .max(100, "percentRange")
    .default(100),
  reason: z.string().trim().max(300).optional(),
});

/** Says by when a unit of the area is to be done; what was wanted before stays to be read. */
export const setTarget = command({
  name: "progress.setTarget",
  permission: "target:set",
  input: TargetInput,
  async run({ sql, actor, now }, { unitId, deadline, percent, reason }) {
    const unit = await getUnit(sql, actor, unitId);
    if (deadline <= now.toISOString().slice(0, 10)) throw new AppError("RULE", "targetPast");
    await sql(WITHDRAW, [unit.path, actor.officerId]);
    const id = newId();
    const values = [id, unit.id, unit.path, deadline, percent, reason || null, actor.officerId];
    await sql(SET, values);
    const detail = { deadline, percent };
    return { data: { id }, audit: { entity: "unit", entityId: unit.id, detail } };
  },
});

/** Takes a unit's own target back; that of the unit above holds again. */
export const withdrawTarget = command({
  name: "progress.withdrawTarget",
  permission: "target:set",
  input: z.object({ unitId: z.string().min(1).max(20) }),
  async run({ sql, actor }, { unitId }) {
    const unit = await getUnit(sql, actor, unitId);
    await sql(WITHDRAW, [unit.path, actor.officerId]);
    return { data: null, audit: { entity: "unit", entityId: unit.id } };
  },
});
