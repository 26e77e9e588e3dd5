import "server-only";
import { z } from "zod";
import { foldHamletName, sameHamletName } from "@/lib/domain/units/hamlet-name";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import {
  addHamlets as add,
  getHamlet,
  type HamletRow,
  readHamlets,
  takeTurns,
} from "@/lib/server/units/hamlets";
import { followRecords } from "./hamlet-follow";
import { placeUnplaced } from "./hamlets";

const UNIT = `
  select id, path, name from unit where id = $1 and level = 'commune' and valid_to is null
    and path >= current_setting('app.record_from', true) and path < current_setting('app.record_to', true)`;

export interface Commune {
  id: string;
  path: string;
  name: string;
}

/** A commune in force of the actor's area. */
export async function getCommune(sql: Sql, unitId: string): Promise<Commune> {
  const [unit] = await sql<Commune>(UNIT, [unitId]);
  if (!unit) throw new AppError("RULE", "notACommune");
  return unit;
}

const MOST_NAMES = 300;
const Name = z
  .string()
  .trim()
  .min(1, "hamletNameMissing")
  .max(100, "hamletNameLong")
  .refine((name) => foldHamletName(name) !== "", "hamletNameMissing");

/** One name a line. */
const Names = z
  .string()
  .transform((text) => text.split("\n").map((line) => line.trim()))
  .transform((lines) => lines.filter((line) => line !== ""))
  .pipe(z.array(Name).min(1, "hamletNameMissing").max(MOST_NAMES, "hamletNamesMany"));

/** Records whose address names a hamlet that has just been named go on its list at once. */
async function placeNow(sql: Sql, unitId: string): Promise<number> {
  const placed = await placeUnplaced(sql, unitId);
  await followRecords(sql, placed);
  return placed.length;
}

/** Names hamlets of a commune, one a line; names that it has already are left. */
export const addHamlets = command({
  name: "hamlet.add",
  permission: "hamlet:manage",
  input: z.object({ unitId: z.string().min(1).max(40), names: Names }),
  async run({ sql }, { unitId, names }) {
    const unit = await getCommune(sql, unitId);
    const added = await add(sql, unit, names);
    const records = added.length > 0 ? await placeNow(sql, unit.id) : 0;
    return {
      data: { added: added.length, known: names.length - added.length, records },
      audit: {
        entity: "unit",
        entityId: unit.id,
        detail: { hamlets: added.map((hamlet) => hamlet.name), records },
      },
    };
  },
});

// What the hamlet was called until now goes on leading to it, wherever its people's files came from.
const REMEMBER = `
  insert into hamlet_rule (id, unit_id, unit_path, from_unit_id, folded_name, written, hamlet_id, by_id)
  select gen_random_uuid(), h.unit_id, h.unit_path, r.from_unit_id, $2, $3, $4, $5
  from hamlet h, (select distinct coalesce(received_unit_id, '') as from_unit_id from record where hamlet_id = $1) r
  where h.id = $1
  on conflict (unit_id, from_unit_id, folded_name) do nothing`;

interface Remembered {
  from: HamletRow;
  to: string;
  officerId: string;
}

async function rememberName(sql: Sql, { from, to, officerId }: Remembered): Promise<void> {
  await sql(REMEMBER, [from.id, foldHamletName(from.name), from.name, to, officerId]);
}

/** Renames a hamlet; its records and tasks stay on its list, and its former name leads to it still. */
export const renameHamlet = command({
  name: "hamlet.rename",
  permission: "hamlet:manage",
  input: z.object({ hamletId: z.uuid(), name: Name }),
  async run({ sql, actor }, { hamletId, name: text }) {
    const hamlet = await getHamlet(sql, hamletId);
    await takeTurns(sql, hamlet.unit_id);
    const name = text.normalize("NFC").replace(/\s+/g, " ");
    const others = (await readHamlets(sql, [hamlet.unit_id])).filter((one) => one.id !== hamletId);
    if (others.some((one) => sameHamletName(one.name, name))) {
      throw new AppError("RULE", "hamletNameTaken", { name });
    }
    if (!sameHamletName(hamlet.name, name)) {
      await rememberName(sql, { from: hamlet, to: hamletId, officerId: actor.officerId });
    }
    await sql("update hamlet set name = $2, folded_name = $3 where id = $1", [
      hamletId,
      name,
      foldHamletName(name),
    ]);
    const records = await placeNow(sql, hamlet.unit_id);
    return {
      data: { name, records },
      audit: { entity: "hamlet", entityId: hamletId, detail: { from: hamlet.name, to: name } },
    };
  },
});

const LEAVE = `
  update record set hamlet_id = $2, hamlet_rule_id = case when $2::uuid is null then null else hamlet_rule_id end
  where hamlet_id = $1 returning id`;
const RULES = {
  into: "update hamlet_rule set hamlet_id = $2, version = version + 1 where hamlet_id = $1",
  none: "delete from hamlet_rule where hamlet_id = $1",
};
const TEAM =
  "update officer set hamlet_id = $2, version = version + 1 where hamlet_id = $1 returning id";

async function targetOf(sql: Sql, hamlet: HamletRow, into: string | null): Promise<string | null> {
  if (into === null) return null;
  const target = await getHamlet(sql, into);
  if (target.unit_id !== hamlet.unit_id || into === hamlet.id) {
    throw new AppError("RULE", "hamletNotHere");
  }
  return into;
}

/**
 * Closes a hamlet. Its records, tasks and team go to another one of the commune, which its name leads to
 * from then on; or to none, and its name waits to be decided again.
 */
export const closeHamlet = command({
  name: "hamlet.close",
  permission: "hamlet:manage",
  input: z.object({ hamletId: z.uuid(), into: z.uuid().nullable() }),
  async run({ sql, actor }, { hamletId, into: wanted }) {
    const hamlet = await getHamlet(sql, hamletId);
    await takeTurns(sql, hamlet.unit_id);
    const into = await targetOf(sql, hamlet, wanted);
    if (into) {
      await rememberName(sql, { from: hamlet, to: into, officerId: actor.officerId });
      await sql(RULES.into, [hamletId, into]);
    } else await sql("update record set hamlet_rule_id = null where hamlet_id = $1", [hamletId]);
    const left = await sql<{ id: string }>(LEAVE, [hamletId, into]);
    if (!into) await sql(RULES.none, [hamletId]);
    await sql("update hamlet set closed_at = now() where id = $1", [hamletId]);
    const team = await sql<{ id: string }>(TEAM, [hamletId, into]);
    const tasks = await followRecords(
      sql,
      left.map((row) => row.id),
    );
    const counts = { records: left.length, tasks, officers: team.length };
    return {
      data: { name: hamlet.name, ...counts },
      audit: { entity: "hamlet", entityId: hamletId, detail: { into, ...counts } },
    };
  },
});
