import type { Role } from "@/lib/domain/access/roles";

/** Anyone may sign in to the demonstration with these; a real installation is seeded without them. */
export const DEMONSTRATION_PASSWORD = "tiem-chung-2022";

export interface DemonstrationAccount {
  role: Role;
  username: string;
  password: string;
}

const ROLES: readonly Role[] = [
  "admin",
  "coordinator",
  "leader",
  "police",
  "health",
  "hamlet",
  "auditor",
];

const USERNAMES: Record<Role, string> = {
  admin: "quantri",
  coordinator: "dieuphoi",
  leader: "lanhdao",
  police: "congan",
  health: "yte",
  hamlet: "toap",
  auditor: "nhatky",
};

/** One for each role; police, health and hamlet of one commune of Tây Ninh, the others of its province. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = ROLES.map((role) => ({
  role,
  username: USERNAMES[role],
  password: DEMONSTRATION_PASSWORD,
}));
