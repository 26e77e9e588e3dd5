"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";

/** The page that was asked for; only one of the portal's own. */
function cameFrom(): string {
  const from = new URLSearchParams(window.location.search).get("from") ?? "/";
  const url = new URL(from, window.location.origin);
  return url.origin === window.location.origin ? url.pathname + url.search : "/";
}

/** Once more, or to what can be done meanwhile. */
export function WaysOn() {
  const t = useTranslations("offline.offlinePage");
  return (
    <div className="flex flex-wrap gap-3">
      <a href="/field" className={buttonStyle({ variant: "primary", size: "lg" })}>
        {t("toField")}
      </a>
      <Button size="lg" onClick={() => window.location.assign(cameFrom())}>
        {t("retry")}
      </Button>
    </div>
  );
}
