import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { UnitChangeRequest, unitsOfChange } from "@/lib/domain/units/change";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { enqueue } from "@/lib/server/core/queue";
import { areaOf, planNow } from "./change-plan";

/** Units are changed for the whole country, as decrees do. */
export function requireNation(actor: Actor): void {
  if (actor.unitLevel !== "nation") throw new AppError("FORBIDDEN");
}

export const ChangeInput = z.object({
  request: UnitChangeRequest,
  /** the first day of the new units */
  on: z.iso.date("invalid"),
});

// Of two who ask at once the second sees what the first has asked for.
const TURNS = "select pg_advisory_xact_lock(hashtext('unit change'))";
const TODAY = "select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day";
const LIVE = "select state, request from unit_change where state in ('planned', 'applying')";
const INSERT = `
  insert into unit_change (id, kind, unit_path, request, effective_on, by_id) values ($1, $2, $3, $4, $5, $6)`;

/** A unit takes part in one change at a time, and while one is applied no other begins. */
async function requireFree(sql: Sql, request: UnitChangeRequest, now: boolean): Promise<void> {
  const live = await sql<{ state: string; request: UnitChangeRequest }>(LIVE);
  if (now && live.some(({ state }) => state === "applying")) {
    throw new AppError("RULE", "changeApplying");
  }
  const ids = new Set(unitsOfChange(request));
  const meets = live.some((one) => unitsOfChange(one.request).some((id) => ids.has(id)));
  if (meets) throw new AppError("RULE", "changePlanned");
}

/**
 * Asks for a change of units. From today on or an earlier day it is applied at once by a job; for a later
 * day it is kept until that day comes.
 */
export const applyChange = command({
  name: "unit.applyChange",
  permission: "unit:change",
  input: ChangeInput,
  async run({ sql, actor, connection }, { request, on }) {
    requireNation(actor);
    await sql(TURNS);
    const [today] = await sql<{ day: string }>(TODAY);
    const now = on <= (today?.day ?? on);
    await requireFree(sql, request, now);
    const planned = await planNow(sql, request, on);
    if (!planned.ok) throw new AppError("RULE", planned.reason);
    const changeId = newId();
    const area = areaOf(planned.units.values());
    const { officerId } = actor;
    await sql(INSERT, [changeId, request.kind, area, JSON.stringify(request), on, officerId]);
    if (now) await enqueue({ connection }, "unitChange", { changeId, officerId });
    return {
      data: { changeId, now },
      audit: {
        entity: "unitChange",
        entityId: changeId,
        detail: { kind: request.kind, on, units: unitsOfChange(request) },
      },
    };
  },
});

/** Calls a change off whose day has not come. */
export const cancelChange = command({
  name: "unit.cancelChange",
  permission: "unit:change",
  input: z.object({ changeId: z.uuid() }),
  async run({ sql, actor }, { changeId }) {
    requireNation(actor);
    await sql(TURNS);
    const cancelled = await sql(
      "update unit_change set state = 'cancelled', finished_at = now() where id = $1 and state = 'planned' returning id",
      [changeId],
    );
    if (cancelled.length === 0) throw new AppError("RULE", "changeBegun");
    return { data: { changeId }, audit: { entity: "unitChange", entityId: changeId } };
  },
});
