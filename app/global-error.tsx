"use client";

import { useSyncExternalStore } from "react";
import { createTranslator } from "use-intl/core";
import { FailureNotice } from "@/components/ui/failure-notice";
import { failureReference } from "@/components/ui/failure-reference";
import en from "@/lib/i18n/en/errors.json";
import { LOCALE_COOKIE, parseLocale } from "@/lib/i18n/locales";
import vi from "@/lib/i18n/vi/errors.json";
import "./globals.css";

interface GlobalErrorProps {
  error: unknown;
  retry: () => void;
}

const MESSAGES = { vi, en };

/** The layout, which knows the language, is what failed: the cookie is asked directly. */
function useCookieLocale() {
  const named = useSyncExternalStore(
    () => () => undefined,
    () => new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(document.cookie)?.[1],
    () => undefined,
  );
  return parseLocale(named);
}

export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const locale = useCookieLocale();
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "page" });
  const reference = failureReference(error);
  return (
    <html lang={locale}>
      <body>
        <title>{t("title")}</title>
        <main className="mx-auto max-w-lg px-4 py-10">
          <FailureNotice
            title={t("title")}
            body={t("body")}
            reference={reference ? t("reference", { reference }) : undefined}
            retry={{ label: t("retry"), run: retry }}
            home={t("home")}
          />
        </main>
      </body>
    </html>
  );
}
