"use client";

import { useTranslations } from "use-intl/react";
import { SignOutForm } from "@/components/offline/sign-out-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { Preferences, type PreferencesProps } from "./preferences";
import type { Viewer } from "./viewer";

interface PersonMenuProps {
  viewer: Viewer;
  signOut: () => Promise<void>;
  preferences: PreferencesProps;
}

/** Who is signed in, where, and the way out. On a phone it holds theme and language too. */
export function PersonMenu({ viewer, signOut, preferences }: PersonMenuProps) {
  const t = useTranslations("shell");
  return (
    <Disclosure
      label={t("account", { name: viewer.name })}
      summary={
        <>
          <Icon name="person" />
          <span className="hidden max-w-40 truncate text-sm @3xl:inline">{viewer.name}</span>
          <Icon name="chevronDown" size={16} className="hidden @3xl:inline" />
        </>
      }
      className="flex min-h-11 min-w-11 items-center justify-center gap-1.5 px-2 hover:bg-hover"
    >
      <div className="flex flex-col gap-3">
        <div>
          <p className="font-semibold">{viewer.name}</p>
          <p className="text-sm text-quiet">{viewer.roleLabel}</p>
          <p className="text-sm text-quiet">{viewer.unitTrail.join(" › ")}</p>
        </div>
        <div className="border-t border-line pt-3 md:hidden">
          <Preferences {...preferences} />
        </div>
        <TextLink href="/account" className="border-t border-line pt-3">
          {t("ownAccount")}
        </TextLink>
        <SignOutForm officerId={viewer.id} signOut={signOut} />
      </div>
    </Disclosure>
  );
}
