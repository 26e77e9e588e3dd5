import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { UnitLevel } from "@/lib/domain/access/roles";

const NOBODY = "00000000-0000-0000-0000-000000000000";

export interface ActorUnit {
  unit_id: string;
  unit_path: string;
  unit_level: UnitLevel;
}

/**
 * The portal itself, at work on one unit's rows and no other's: for what comes about by the calendar
 * rather than by an officer, who may have left since. `officerId` is on whose list work comes back.
 */
export function unitActor(unit: ActorUnit, officerId: string = NOBODY): Actor {
  return {
    officerId,
    username: "",
    fullName: "",
    role: "coordinator",
    unitId: unit.unit_id,
    unitPath: unit.unit_path,
    unitLevel: unit.unit_level,
    hamletId: null,
    approver: false,
    system: true,
  };
}
