import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import type { UnitIndex } from "@/lib/domain/units/unit-index";
import type { Sql } from "@/lib/server/core/db";
import { readUnitIndex, readUnitVersion } from "@/lib/server/units/index-cache";
import { type Place, placer } from "./places";
import { readResidenceRules } from "./residence-rules";

export type PlaceRecord = (record: ParsedRecord) => Place;

/**
 * Places the records of one file. Asked for anew before each slice: rules that were made meanwhile hold
 * for the rest of the file, and so does a change of units.
 */
export function placingOf(of: { owner: Actor; day: string }): (sql: Sql) => Promise<PlaceRecord> {
  let held: { version: string; index: UnitIndex } | undefined;
  return async (sql) => {
    const version = await readUnitVersion(sql);
    if (held?.version !== version) held = { version, index: await readUnitIndex(sql) };
    return placer(held.index, { ...of, rules: await readResidenceRules(sql) });
  };
}
