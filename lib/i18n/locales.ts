/** Languages of the interface. Vietnamese comes first: it is what officers read. */
export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "vi";
export const LOCALE_COOKIE = "locale";

/** The wall clock of every date shown, whatever machine renders it. */
export const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** The locale named by a cookie or form value; anything unknown is Vietnamese. */
export function parseLocale(value: unknown): Locale {
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}
