import { randomBytes } from "node:crypto";
import { nationId, PAST_FROM, PAST_TO } from "@/lib/domain/units/unit";
import { foldUnitName } from "@/lib/domain/units/unit-name";
import type { MadeUnit, Owner } from "./communes";

/** A unit of 2022 below another one; a province without one. */
export async function makePastUnit(
  owner: Owner,
  { level, name, parent }: { level: MadeUnit["level"]; name: string; parent?: MadeUnit },
): Promise<MadeUnit> {
  const root = nationId("past");
  const id = `p${randomBytes(5).toString("hex")}`;
  const path = `${parent?.path ?? `${root}.`}${id}.`;
  await owner.query(
    `insert into unit (id, code, name, folded_name, level, parent_id, valid_from, valid_to, path)
     values ($1, $1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, name, foldUnitName(name), level, parent?.id ?? root, PAST_FROM, PAST_TO, path],
  );
  return { id, code: id, name, level, path };
}

/** A commune of 2022 that went into these of today. */
export async function makePredecessor(
  owner: Owner,
  district: MadeUnit,
  { name = "Xã Cũ", into }: { name?: string; into: readonly MadeUnit[] },
): Promise<MadeUnit> {
  const old = await makePastUnit(owner, { level: "commune", name, parent: district });
  for (const { id } of into) {
    await owner.query(
      `insert into unit_successor (old_unit_id, new_unit_id, relation, confidence) values ($1, $2, $3, 'high')`,
      [old.id, id, into.length > 1 ? "partial" : "full"],
    );
  }
  return old;
}
