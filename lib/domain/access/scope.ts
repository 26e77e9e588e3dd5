import type { Actor } from "./actor";
import { seesRecords } from "./roles";

/**
 * The settings that row-level security compares each row with.
 * A path range in byte order: from "1.12." up to, not including, "1.12/" ("/" follows ".").
 * Empty strings match no row.
 */
export interface ScopeSettings {
  "app.officer": string;
  "app.scope_from": string;
  "app.scope_to": string;
  "app.record_from": string;
  "app.record_to": string;
  "app.hamlet": string;
}

export const NO_SCOPE: ScopeSettings = {
  "app.officer": "",
  "app.scope_from": "",
  "app.scope_to": "",
  "app.record_from": "",
  "app.record_to": "",
  "app.hamlet": "",
};

// A hamlet officer without a hamlet sees nothing: this id is nobody's.
const NO_HAMLET = "00000000-0000-0000-0000-000000000000";

/** The scope of an actor: their unit and all below it; people's rows only for roles that work on records. */
export function scopeOf(actor: Actor): ScopeSettings {
  const from = actor.unitPath;
  const to = `${actor.unitPath.slice(0, -1)}/`;
  const records = seesRecords(actor.role);
  return {
    "app.officer": actor.officerId,
    "app.scope_from": from,
    "app.scope_to": to,
    "app.record_from": records ? from : "",
    "app.record_to": records ? to : "",
    "app.hamlet": actor.role === "hamlet" ? (actor.hamletId ?? NO_HAMLET) : "",
  };
}
