import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Bell } from "@/components/shell/bell";
import type { Entry } from "@/components/shell/entry";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import type { Actor } from "@/lib/domain/access/actor";
import { canDo, type Permission } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { countUnread } from "@/lib/server/directives/inbox";
import { getUnitTrail } from "@/lib/server/units/queries";
import { setLocale, setTheme, signOut } from "./actions";

/** Places of the rail in order; a role sees those that it may enter, seven at most. */
const PLACES = [
  { key: "home", permission: "self:use" },
  { key: "tasks", permission: "task:read" },
  { key: "records", permission: "record:read" },
  { key: "imports", permission: "import:read" },
  { key: "matching", permission: "match:read" },
  { key: "handovers", permission: "handover:sign" },
  { key: "handovers", permission: "handover:receive" },
  { key: "requests", permission: "request:enter", href: "/directives/requests" },
  { key: "progress", permission: "progress:read" },
  { key: "officers", permission: "officer:read" },
  { key: "audit", permission: "audit:read" },
  { key: "units", permission: "unit:read" },
] as const satisfies readonly { key: string; permission: Permission; href?: string }[];

async function entriesOf(actor: Actor): Promise<Entry[]> {
  const t = await getTranslator("shell");
  return PLACES.filter((place) => canDo(actor.role, place.permission))
    .slice(0, 7)
    .map((place) => ({
      href: "href" in place ? place.href : `/${place.key}`,
      label: t(`nav.${place.key}`),
      icon: place.key,
    }));
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const roles = await getTranslator("access.role");
  const reminded = canDo(actor.role, "digest:receive");
  const [trail, unread] = await Promise.all([getUnitTrail(), reminded ? countUnread() : 0]);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Shell
      viewer={{ name: actor.fullName, roleLabel: roles(actor.role), unitTrail: trail }}
      entries={await entriesOf(actor)}
      preferences={{ theme, setTheme, setLocale }}
      signOut={signOut}
      tools={reminded ? <Bell unread={unread} /> : null}
    >
      {children}
    </Shell>
  );
}
