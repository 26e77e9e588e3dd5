import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { SkipLink } from "@/components/shell/skip-link";
import { Icon } from "@/components/ui/icon";
import { getTranslator } from "@/lib/i18n/server";

/**
 * Frame of the pages that open without a connection. The browser keeps them for whoever uses it next,
 * so that nothing here may say who is signed in.
 */
export default async function FieldLayout({ children }: { children: ReactNode }) {
  const t = await getTranslator("offline.field");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between gap-3 border-b border-line bg-surface px-4 short:static">
        <Link
          href="/tasks"
          prefetch={false}
          className="-ml-2 flex min-h-11 items-center gap-1 rounded-md px-2 font-semibold text-action hover:bg-hover"
        >
          <Icon name="chevronLeft" />
          {t("back")}
        </Link>
        <Mark />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 px-4 pt-4 pb-16">
        {children}
      </main>
    </div>
  );
}
