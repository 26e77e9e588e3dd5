import type { Force, Role, UnitLevel } from "./roles";
import { FORCES } from "./roles";

/** Who acts: an officer, as the session knows them. A job acts as its starter, with `system` set. */
export interface Actor {
  officerId: string;
  username: string;
  fullName: string;
  role: Role;
  unitId: string;
  /** Ids from the root, each followed by a dot: "1.12.345." */
  unitPath: string;
  unitLevel: UnitLevel;
  hamletId: string | null;
  approver: boolean;
  system?: boolean;
}

/** The force of an officer who settles tasks; null for the others. */
export function forceOf(actor: Actor): Force | null {
  return FORCES.find((force) => force === actor.role) ?? null;
}

/** Who says whose work a task is: whoever looks after the area, and an approver for their own office. */
export function canAssign(actor: Actor): boolean {
  return actor.role === "coordinator" || (actor.approver && forceOf(actor) !== null);
}
