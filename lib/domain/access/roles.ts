/** Roles and permissions as one table: the only place that says who may do what. */
export const ROLES = [
  "admin",
  "coordinator",
  "health",
  "police",
  "hamlet",
  "leader",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/** The forces that settle tasks. */
export const FORCES = ["hamlet", "police", "health"] as const;
export type Force = (typeof FORCES)[number];

export const PERMISSIONS = {
  "officer:read": ["admin", "coordinator"],
  "officer:create": ["admin", "coordinator"],
  "officer:disable": ["admin", "coordinator"],
  "calendar:manage": ["admin"],
  "unit:read": ["admin", "coordinator", "health", "police", "hamlet", "leader", "auditor"],
  "unit:change": ["admin"],
  "hamlet:manage": ["coordinator", "health", "police"],
  "record:read": ["coordinator", "health", "police", "hamlet"],
  "import:read": ["coordinator"],
  "import:run": ["coordinator"],
  "match:read": ["coordinator"],
  "match:run": ["coordinator"],
  "model:read": ["coordinator"],
  "model:propose": ["coordinator"],
  "model:approve": ["coordinator"],
  "task:read": ["coordinator", "health", "police", "hamlet"],
  "task:claim": ["health", "police", "hamlet"],
  // what one has opened oneself, also to approve it
  "task:release": ["coordinator", "health", "police", "hamlet"],
  "task:verify": ["police"],
  "task:correct": ["health"],
  // one's own last step, and what was closed
  "task:undo": ["coordinator", "health", "police", "hamlet"],
  "task:reopen": ["coordinator", "health", "police"],
  "task:hold": ["health", "police", "hamlet"],
  "task:direct": ["coordinator"],
  "task:withdraw": ["coordinator"],
  "transfer:ask": ["coordinator", "health", "police", "hamlet"],
  "transfer:answer": ["coordinator", "health", "police"],
  "bulk:read": ["coordinator", "health", "police"],
  "bulk:run": ["health", "police"],
  // of those only officers to whom approving was given
  "task:approve": ["health", "police", "coordinator"],
  "quality:read": ["coordinator"],
  "setting:write": ["admin", "coordinator"],
  // Of the forces only whoever may approve, and for their own office: see `canAssign`.
  "task:assign": ["coordinator", "health", "police"],
  "plan:edit": ["coordinator", "health", "police", "hamlet"],
  "campaign:edit": ["coordinator"],
  "report:send": ["health", "police", "hamlet"],
  "report:decide": ["coordinator"],
  "residence:choose": ["coordinator"],
  "duplicate:read": ["coordinator", "health", "police"],
  "duplicate:merge": ["coordinator", "health"],
  "handover:read": ["police", "health", "coordinator"],
  "handover:sign": ["police"],
  "handover:receive": ["health"],
  "publication:read": ["coordinator"],
  "publication:prepare": ["coordinator"],
  "publication:mark": ["coordinator"],
  "request:read": ["health", "police", "coordinator"],
  "request:enter": ["health", "police"],
  "request:answer": ["health", "police"],
  "progress:read": ["coordinator", "leader", "admin", "health", "police"],
  // by when a unit of the area is to be done
  "target:set": ["coordinator", "leader"],
  "progress:report": ["coordinator", "leader"],
  "progress:recount": ["coordinator", "admin"],
  "audit:read": ["auditor", "admin"],
  "practice:do": ["health", "police", "hamlet"],
  "digest:receive": ["coordinator", "health", "police", "hamlet"],
  "self:use": ["admin", "coordinator", "health", "police", "hamlet", "leader", "auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function canDo(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** Roles that work on records; the others never reach a row about a person. */
export function seesRecords(role: Role): boolean {
  return canDo(role, "record:read");
}

export type UnitLevel = "nation" | "province" | "district" | "commune";

/** At which levels a role exists. */
export const ROLE_LEVELS: Record<Role, readonly UnitLevel[]> = {
  admin: ["nation", "province"],
  coordinator: ["nation", "province"],
  health: ["commune"],
  police: ["commune"],
  hamlet: ["commune"],
  leader: ["nation", "province", "commune"],
  auditor: ["nation", "province"],
};

/** Which roles a role may create below or at its own unit. */
export const CREATES: Record<Role, readonly Role[]> = {
  admin: ["admin", "coordinator", "leader", "auditor", "health", "police", "hamlet"],
  coordinator: ["health", "police", "hamlet", "leader"],
  health: [],
  police: [],
  hamlet: [],
  leader: [],
  auditor: [],
};
