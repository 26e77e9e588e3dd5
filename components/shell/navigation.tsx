"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { barEntries, type Entry, isAt, railEntries } from "./entry";

interface NavigationProps {
  entries: readonly Entry[];
}

function EntryLink({ entry, className }: { entry: Entry; className: string }) {
  const here = isAt(entry.href, usePathname());
  return (
    <Link href={entry.href} aria-current={here ? "page" : undefined} className={className}>
      <Icon name={entry.icon} />
      <span className="min-w-0 lg:flex-1">{entry.label}</span>
      {entry.count ? <Badge tone={here ? "info" : "neutral"}>{entry.count}</Badge> : null}
    </Link>
  );
}

const RAIL_LINK =
  "flex min-h-14 flex-col items-center justify-center gap-1 rounded-md px-1 py-2 text-center text-xs text-quiet -outline-offset-2 hover:bg-hover hover:text-ink aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action lg:min-h-11 lg:flex-row lg:gap-3 lg:px-3 lg:text-left lg:text-base";

/** Left rail: icons over words on a tablet, beside them on a wide screen. */
export function Rail({ entries }: NavigationProps) {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("main")}
      className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-24 shrink-0 overflow-y-auto border-r border-line bg-surface p-2 md:block lg:w-60 lg:p-3 print:hidden"
    >
      <ul className="flex flex-col gap-1">
        {railEntries(entries).map((entry) => (
          <li key={entry.href}>
            <EntryLink entry={entry} className={RAIL_LINK} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

const BAR_LINK =
  "relative flex h-full w-full flex-col items-center justify-center gap-0.5 px-1 text-center text-xs text-quiet -outline-offset-2 aria-[current]:font-semibold aria-[current]:text-action aria-[current]:shadow-[inset_0_3px_0_var(--action)]";

/** Bar at the bottom of a phone, at most four places. */
export function BottomBar({ entries }: NavigationProps) {
  const t = useTranslations("shell");
  const { shown, more } = barEntries(entries);
  return (
    <nav
      aria-label={t("main")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden short:static print:hidden"
    >
      <ul className="flex min-h-16">
        {shown.map(({ count: _, ...entry }) => (
          <li key={entry.href} className="flex-1">
            <EntryLink entry={entry} className={BAR_LINK} />
          </li>
        ))}
        {more.length > 0 ? (
          <li className="flex-1 [&>details]:h-full">
            <MoreEntries entries={more} />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function MoreEntries({ entries }: NavigationProps) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const here = entries.some(({ href }) => isAt(href, pathname));
  return (
    <Disclosure
      side="above"
      summary={
        <>
          <Icon name="more" />
          {t("more")}
        </>
      }
      className={classNames(BAR_LINK, here && "font-semibold text-action")}
    >
      <ul className="flex flex-col gap-1">
        {entries.map((entry) => (
          <li key={entry.href}>
            <EntryLink
              entry={entry}
              className="flex min-h-11 items-center gap-3 rounded-md px-3 hover:bg-hover aria-[current]:bg-action-soft aria-[current]:text-action"
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
