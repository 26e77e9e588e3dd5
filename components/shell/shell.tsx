"use client";

import type { ReactNode } from "react";
import { OfficerMark } from "@/components/offline/officer-mark-setter";
import { OfflineBanner } from "@/components/offline/offline-banner";
import { WorkerRegistration } from "@/components/offline/worker-registration";
import { Brand } from "./brand";
import type { Entry } from "./entry";
import { BottomBar, Rail } from "./navigation";
import { PersonMenu } from "./person-menu";
import { PreferencesMenu, type PreferencesProps } from "./preferences";
import { SkipLink } from "./skip-link";
import type { Viewer } from "./viewer";

interface ShellProps {
  viewer: Viewer;
  /** By role, at most seven. */
  entries: readonly Entry[];
  preferences: PreferencesProps;
  signOut: () => Promise<void>;
  /** Search, what waits offline, the bell: between the unit and the person. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Frame of every page behind sign-in. It is given all it shows and reads no data. */
export function Shell({ viewer, entries, preferences, signOut, tools, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col print:block">
      <SkipLink />
      <header className="@container sticky top-0 z-30 flex h-14 items-center justify-between gap-3 border-b border-line bg-surface px-4 short:static print:hidden">
        <Brand unitTrail={viewer.unitTrail} />
        <div className="flex shrink-0 items-center gap-1">
          {tools}
          <div className="hidden md:block">
            <PreferencesMenu {...preferences} />
          </div>
          <PersonMenu viewer={viewer} signOut={signOut} preferences={preferences} />
        </div>
      </header>
      <div className="flex flex-1 print:block">
        <Rail entries={entries} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-6 pb-24 md:px-6 md:pb-10 lg:px-8 max-md:short:pb-6 print:p-0"
        >
          <div className="mb-4 empty:hidden has-[>div:empty]:hidden">
            <OfflineBanner officerId={viewer.id} />
          </div>
          {children}
        </main>
      </div>
      <BottomBar entries={entries} />
      <OfficerMark officerId={viewer.id} />
      <WorkerRegistration />
    </div>
  );
}
