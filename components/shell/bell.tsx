"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";

/** The way to the viewer's digests, with how many they have not read. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations("shell");
  return (
    <Link
      href="/reminders"
      aria-label={t("bell", { unread })}
      className="flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-md px-2 hover:bg-hover"
    >
      <Icon name="bell" />
      {unread > 0 ? <Badge tone="waiting">{unread}</Badge> : null}
    </Link>
  );
}
