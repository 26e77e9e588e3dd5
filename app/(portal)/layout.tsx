import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Bell } from "@/components/shell/bell";
import { HelpButton } from "@/components/shell/help-button";
import { PaletteButton } from "@/components/shell/palette-button";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { countUnread } from "@/lib/server/directives/inbox";
import { getUnitTrail } from "@/lib/server/units/queries";
import { setLocale, setTheme, signOut } from "./actions";
import { placesOf } from "./places";
import { findByCode } from "./search-actions";
import { takeNext } from "./tasks/actions";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const roles = await getTranslator("access.role");
  const reminded = canDo(actor.role, "digest:receive");
  const [trail, unread] = await Promise.all([getUnitTrail(), reminded ? countUnread() : 0]);
  const { rail, all } = await placesOf(actor);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Shell
      viewer={{
        id: actor.officerId,
        name: actor.fullName,
        roleLabel: roles(actor.role),
        unitTrail: trail,
      }}
      entries={rail}
      preferences={{ theme, setTheme, setLocale }}
      signOut={signOut}
      tools={
        <>
          <PaletteButton
            places={all}
            actions={{ setTheme }}
            takeNext={canDo(actor.role, "task:claim") ? takeNext : undefined}
            findByCode={canDo(actor.role, "task:read") ? findByCode : undefined}
          />
          <HelpButton />
          {reminded ? <Bell unread={unread} /> : null}
        </>
      }
    >
      {children}
    </Shell>
  );
}
