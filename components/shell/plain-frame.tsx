"use client";

import type { ReactNode } from "react";
import { Brand } from "./brand";
import { PreferencesMenu, type PreferencesProps } from "./preferences";
import { SkipLink } from "./skip-link";

interface PlainFrameProps {
  preferences?: PreferencesProps;
  children: ReactNode;
}

/** Frame of pages without navigation: sign-in, first password, a page that was not found. */
export function PlainFrame({ preferences, children }: PlainFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex h-14 items-center justify-between gap-3 border-b border-line bg-surface px-4 print:hidden">
        <Brand />
        {preferences ? <PreferencesMenu {...preferences} /> : null}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-lg flex-1 px-4 py-10">
        {children}
      </main>
    </div>
  );
}
