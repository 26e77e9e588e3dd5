"use client";

import { useTranslations } from "use-intl/react";

/** First stop of the keyboard: past the header and the rail. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-action px-4 py-2 font-semibold text-on-action focus:translate-y-0 print:hidden"
    >
      {t("skip")}
    </a>
  );
}
