import { z } from "zod";
import { CREATES, ROLE_LEVELS, ROLES, type Role, type UnitLevel } from "@/lib/domain/access/roles";

/** Three days: enough to reach a commune by any channel, short enough for a link that got lost. */
export const INVITE_HOURS = 72;

/** What an account needs. A hamlet is given by its id, or by the name that its commune uses. */
export const NewOfficer = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, "usernameShape"),
  fullName: z.string().trim().min(2, "nameMissing").max(100, "nameMissing"),
  role: z.enum(ROLES, "roleUnknown"),
  unitId: z.string().min(1, "unitMissing").max(20, "unitMissing"),
  hamletId: z.uuid().nullish(),
  hamletName: z.string().trim().max(100, "hamletMissing").nullish(),
});
export type NewOfficer = z.output<typeof NewOfficer>;

/** What can't stand in one account: the field, and a key below `errors.field`. */
export interface OfficerProblem {
  field: keyof NewOfficer;
  code: string;
}

/** An account to be made, and what is already known to be wrong with it. */
export interface OfficerDraft {
  officer: NewOfficer | null;
  problems: OfficerProblem[];
}

/**
 * Whether this role may exist at this unit, made by this maker. A unit that isn't in the maker's
 * area is null here: from inside it looks the same as one that doesn't exist.
 */
export function placeProblem(
  officer: NewOfficer,
  unit: { level: UnitLevel } | null,
  maker: Role,
): OfficerProblem | null {
  if (!unit) return { field: "unitId", code: "unitUnknown" };
  if (!canManage(maker, officer.role)) return { field: "role", code: "roleNotYours" };
  if (!ROLE_LEVELS[officer.role].includes(unit.level)) return { field: "role", code: "roleLevel" };
  if (officer.role === "hamlet" && !officer.hamletId && !officer.hamletName) {
    return { field: "hamletName", code: "hamletMissing" };
  }
  return null;
}

/** Who may make an account of a role may also lock it and give it a new link; nobody else may. */
export function canManage(maker: Role, role: Role): boolean {
  return CREATES[maker].includes(role);
}
