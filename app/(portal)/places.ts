import { type Entry, railEntries } from "@/components/shell/entry";
import { type Actor, canAssign, forceOf } from "@/lib/domain/access/actor";
import { canDo, type Permission } from "@/lib/domain/access/roles";
import type { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";

interface Place {
  permission: Permission;
  href: string;
  /** where the permission alone does not open it */
  when?: (actor: Actor) => boolean;
}

interface RailPlace extends Place {
  key: Exclude<keyof Messages["shell"]["nav"], "directives">;
}

interface OtherPlace extends Place {
  key: keyof Messages["shortcuts"]["place"];
  icon: Entry["icon"];
}

/** Places of the rail in order; a role sees those that it may enter, six at most. */
const RAIL: readonly RailPlace[] = [
  { key: "home", permission: "self:use", href: "/home" },
  { key: "tasks", permission: "task:read", href: "/tasks" },
  { key: "imports", permission: "import:read", href: "/imports" },
  { key: "matching", permission: "match:read", href: "/matching" },
  { key: "handovers", permission: "handover:sign", href: "/handovers" },
  { key: "handovers", permission: "handover:receive", href: "/handovers" },
  { key: "requests", permission: "request:enter", href: "/directives/requests" },
  { key: "progress", permission: "progress:read", href: "/progress" },
  { key: "officers", permission: "officer:read", href: "/officers" },
  { key: "audit", permission: "audit:read", href: "/audit" },
  { key: "units", permission: "unit:read", href: "/units" },
  // Beside the list of tasks, which leads there.
  { key: "records", permission: "record:read", href: "/records" },
];

const atCentre = ({ unitLevel }: Actor) => unitLevel === "nation";

/** What lies behind the rail, in the order of the work. */
const OTHERS: readonly OtherPlace[] = [
  { key: "field", permission: "task:claim", href: "/field", icon: "phone" },
  { key: "drafts", permission: "task:claim", href: "/tasks/drafts", icon: "edit" },
  { key: "worksheet", permission: "task:claim", href: "/tasks/worksheet", icon: "print" },
  { key: "results", permission: "task:claim", href: "/tasks/results", icon: "upload" },
  { key: "transfers", permission: "transfer:ask", href: "/tasks/transfers", icon: "right" },
  { key: "approvals", permission: "task:approve", href: "/tasks/approvals", icon: "check" },
  { key: "clusters", permission: "bulk:read", href: "/tasks/clusters", icon: "tasks" },
  { key: "duplicates", permission: "duplicate:read", href: "/tasks/duplicates", icon: "records" },
  { key: "escalated", permission: "task:direct", href: "/tasks/escalated", icon: "up" },
  { key: "residence", permission: "residence:choose", href: "/tasks/residence", icon: "units" },
  {
    key: "publications",
    permission: "publication:read",
    href: "/tasks/publications",
    icon: "download",
  },
  {
    key: "assign",
    permission: "task:assign",
    href: "/tasks/assign",
    icon: "officers",
    when: canAssign,
  },
  {
    key: "loads",
    permission: "task:assign",
    href: "/tasks/loads",
    icon: "progress",
    when: canAssign,
  },
  { key: "quality", permission: "quality:read", href: "/tasks/approvals/quality", icon: "settled" },
  { key: "reports", permission: "report:send", href: "/tasks/reports", icon: "alert" },
  { key: "newRequest", permission: "request:enter", href: "/directives/requests/new", icon: "add" },
  { key: "hamlets", permission: "hamlet:manage", href: "/hamlets", icon: "home" },
  { key: "groups", permission: "match:read", href: "/matching/groups", icon: "records" },
  { key: "rules", permission: "model:read", href: "/matching/rules", icon: "matching" },
  { key: "newOfficer", permission: "officer:create", href: "/officers/new", icon: "add" },
  { key: "manyOfficers", permission: "officer:create", href: "/officers/import", icon: "upload" },
  { key: "calendar", permission: "unit:read", href: "/units/calendar", icon: "calendar" },
  { key: "unitChanges", permission: "unit:change", href: "/units/changes", icon: "units" },
  {
    key: "sampling",
    permission: "setting:write",
    href: "/tasks/approvals/settings",
    icon: "filter",
    when: atCentre,
  },
  {
    key: "periodicReports",
    permission: "progress:read",
    href: "/progress/reports",
    icon: "print",
  },
  {
    key: "comparison",
    permission: "progress:read",
    href: "/progress/compare",
    icon: "progress",
  },
  { key: "pastGroups", permission: "progress:read", href: "/progress/groups", icon: "units" },
  { key: "reminders", permission: "digest:receive", href: "/reminders", icon: "bell" },
  {
    key: "plan",
    permission: "plan:edit",
    href: "/account/plan",
    icon: "calendar",
    when: (actor) => forceOf(actor) !== null,
  },
  { key: "account", permission: "self:use", href: "/account", icon: "person" },
  { key: "practice", permission: "practice:do", href: "/practice", icon: "edit" },
  { key: "help", permission: "self:use", href: "/help", icon: "help" },
];

function mayEnter(actor: Actor, { permission, when }: Place): boolean {
  return canDo(actor.role, permission) && (when?.(actor) ?? true);
}

/** Everything that the officer may open: the rail's places first, as many as it shows in `rail`. */
export async function placesOf(actor: Actor): Promise<{ rail: Entry[]; all: Entry[] }> {
  const nav = await getTranslator("shell.nav");
  const words = await getTranslator("shortcuts.place");
  const main = RAIL.filter((place) => mayEnter(actor, place)).map(({ key, href }) => ({
    href,
    label: nav(key),
    icon: key,
  }));
  const others = OTHERS.filter((place) => mayEnter(actor, place)).map(({ key, href, icon }) => ({
    href,
    label: words(key),
    icon,
  }));
  return { rail: railEntries(main), all: [...main, ...others] };
}
