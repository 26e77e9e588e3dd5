"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { IntlProvider } from "use-intl/react";
import { type Locale, TIME_ZONE } from "./locales";
import type { Messages } from "./messages";

const Known = createContext<Partial<Messages>>({});

interface MessagesProviderProps {
  locale: Locale;
  messages: Partial<Messages>;
  children: ReactNode;
}

/**
 * Gives client components the texts they need. A provider inside another adds its namespaces
 * to those already known, so a page sends its own context only.
 */
export function MessagesProvider({ locale, messages, children }: MessagesProviderProps) {
  const known = useContext(Known);
  const all = useMemo(() => ({ ...known, ...messages }), [known, messages]);
  return (
    <Known value={all}>
      <IntlProvider locale={locale} messages={all} timeZone={TIME_ZONE}>
        {children}
      </IntlProvider>
    </Known>
  );
}
