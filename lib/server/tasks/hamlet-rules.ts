import "server-only";
import { z } from "zod";
import { hamletNamesIn } from "@/lib/domain/units/hamlet-address";
import { foldHamletName } from "@/lib/domain/units/hamlet-name";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { getHamlet, takeTurns } from "@/lib/server/units/hamlets";
import { getCommune } from "./hamlet-commands";
import { followRecords } from "./hamlet-follow";
import { placeInHamlets, readUnplaced } from "./hamlets";

const UPSERT = `
  insert into hamlet_rule as r (id, unit_id, unit_path, from_unit_id, folded_name, written, hamlet_id, by_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (unit_id, from_unit_id, folded_name) do update
    set hamlet_id = excluded.hamlet_id, by_id = excluded.by_id, at = now(), version = r.version + 1
  returning id`;

const TAKE_BACK = `
  update record set hamlet_id = null, hamlet_rule_id = null where hamlet_rule_id = $1 returning id`;

/** Records that a rule had placed are on no list any more. */
async function takeBack(sql: Sql, ruleId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(TAKE_BACK, [ruleId]);
  return rows.map((row) => row.id);
}

interface Named {
  unitId: string;
  fromUnitId: string;
  folded: string;
}

/** Unplaced records whose address names this among its parts. */
async function recordsNaming(sql: Sql, { unitId, fromUnitId, folded }: Named): Promise<string[]> {
  const records = await readUnplaced(sql, unitId);
  return records
    .filter(
      (record) =>
        record.from_unit_id === fromUnitId &&
        hamletNamesIn(record.address).some((name) => foldHamletName(name) === folded),
    )
    .map((record) => record.id);
}

async function placeAgain(sql: Sql, recordIds: string[]) {
  const placed = await placeInHamlets(sql, recordIds);
  return { records: placed.length, tasks: await followRecords(sql, recordIds) };
}

/**
 * Says which hamlet of a commune a name in addresses means, or that it lies elsewhere (null). Kept as a
 * rule: applied now to what it had placed before and to records on no list, and to what comes later.
 */
export const decideHamlet = command({
  name: "hamlet.decide",
  permission: "hamlet:manage",
  input: z.object({
    unitId: z.string().min(1).max(40),
    fromUnitId: z.string().max(40),
    name: z.string().trim().min(1).max(200),
    hamletId: z.uuid().nullable(),
  }),
  async run({ sql, actor }, { unitId, fromUnitId, name, hamletId }) {
    const unit = await getCommune(sql, unitId);
    const folded = foldHamletName(name);
    if (folded === "") throw new AppError("RULE", "hamletNotHere");
    await takeTurns(sql, unit.id);
    if (hamletId && (await getHamlet(sql, hamletId)).unit_id !== unit.id) {
      throw new AppError("RULE", "hamletNotHere");
    }
    const values = [unit.id, unit.path, fromUnitId, folded, name, hamletId, actor.officerId];
    const [rule] = await sql<{ id: string }>(UPSERT, [newId(), ...values]);
    if (!rule) throw new AppError("CONFLICT", "race");
    const before = await takeBack(sql, rule.id);
    const naming = await recordsNaming(sql, { unitId: unit.id, fromUnitId, folded });
    const counts = await placeAgain(sql, [...new Set([...before, ...naming])]);
    return {
      data: counts,
      audit: { entity: "hamletRule", entityId: rule.id, detail: { name, hamletId, ...counts } },
    };
  },
});

const FORGET = "delete from hamlet_rule where id = $1 returning written";

/** Takes a rule back: what it had placed is placed as if it had never been, and nothing else. */
export const forgetHamletRule = command({
  name: "hamlet.forget",
  permission: "hamlet:manage",
  input: z.object({ ruleId: z.uuid() }),
  async run({ sql }, { ruleId }) {
    const before = await takeBack(sql, ruleId);
    const [gone] = await sql<{ written: string }>(FORGET, [ruleId]);
    if (!gone) throw new AppError("NOT_FOUND");
    const counts = await placeAgain(sql, before);
    return {
      data: { name: gone.written, taken: before.length, ...counts },
      audit: {
        entity: "hamletRule",
        entityId: ruleId,
        detail: { name: gone.written, taken: before.length },
      },
    };
  },
});
