"use client";

import { useTranslations } from "use-intl/react";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";

type Why = "empty" | "over" | "nobodyHere" | "unavailable";

const CHOOSE = { href: "/tasks/worksheet", label: "choose" } as const;
const SIGN_IN = { href: "/sign-in", label: "signIn" } as const;

/** Nothing is carried: why, and the way to a list. Plain links, since what they lead to isn't here. */
export function NoList({ why }: { why: Why }) {
  const t = useTranslations("offline.field");
  const take = useTranslations("offline.take");
  const words = {
    empty: [t("empty"), t("emptyBody")],
    over: [t("empty"), t("over")],
    nobodyHere: [t("nobodyHere"), t("nobodyHereBody")],
    unavailable: [t("unavailable"), take("unavailable")],
  }[why];
  const way = why === "nobodyHere" ? SIGN_IN : why === "unavailable" ? null : CHOOSE;
  return (
    <EmptyState
      icon="tasks"
      title={words[0]}
      action={
        way ? (
          <a href={way.href} className={buttonStyle({ variant: "primary", size: "lg" })}>
            {t(way.label)}
          </a>
        ) : null
      }
    >
      {words[1]}
    </EmptyState>
  );
}
