import type { Force } from "@/lib/domain/access/roles";
import type { Exercise } from "./exercise";
import { HAMLET_EXERCISES } from "./hamlet";
import { HEALTH_EXERCISES } from "./health";
import { POLICE_EXERCISES } from "./police";

/** The exercises of each force, in the order in which they are done. */
export const EXERCISES: Record<Force, readonly Exercise[]> = {
  hamlet: HAMLET_EXERCISES,
  police: POLICE_EXERCISES,
  health: HEALTH_EXERCISES,
};
