"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { FailureNotice } from "@/components/ui/failure-notice";
import { failureReference } from "@/components/ui/failure-reference";
import en from "@/lib/i18n/en/failure.json";
import { LOCALE_COOKIE, parseLocale } from "@/lib/i18n/locales";
import vi from "@/lib/i18n/vi/failure.json";
import "./globals.css";

interface GlobalErrorProps {
  error: unknown;
  retry: () => void;
}

// Every page has these in the browser, so they are few, and put together without what reads all texts.
const WORDS = { vi, en };

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
  const words = WORDS[locale].page;
  const reference = failureReference(error);
  return (
    <html lang={locale}>
      <body>
        <title>{words.title}</title>
        <main className="mx-auto max-w-lg px-4 py-10">
          <FailureNotice
            alert
            title={words.title}
            body={words.body}
            reference={reference ? words.reference.replace("{reference}", reference) : undefined}
            home={words.home}
          >
            <Button variant="primary" onClick={retry}>
              {words.retry}
            </Button>
          </FailureNotice>
        </main>
      </body>
    </html>
  );
}
