import { en } from "./en-messages";
import type { Locale } from "./locales";
import { readied } from "./readied";
import { vi } from "./vi-messages";

/** The shape of all texts. Vietnamese is the original: its keys are the ones that exist. */
export type Messages = typeof vi;
export type Namespace = keyof Messages;

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/**
 * All texts by language. English is asserted, not checked, to have the same keys: a test
 * compares them, which names the missing key instead of printing a page of types.
 */
export const MESSAGES: Record<Locale, Messages> = {
  vi: readied(vi),
  en: readied(en as unknown as Messages),
};

/** The namespaces a browser needs, and nothing else, ready to be passed to the provider. */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  const all = MESSAGES[locale];
  return Object.fromEntries(namespaces.map((name) => [name, all[name]]));
}
