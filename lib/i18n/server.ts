import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { LOCALE_COOKIE, type Locale, parseLocale } from "./locales";
import { type NamespacePath, translatorFor } from "./translator";

/** Language of the viewer, from the cookie; Vietnamese when it says nothing. */
export const getLocale = cache(async (): Promise<Locale> => {
  const jar = await cookies();
  return parseLocale(jar.get(LOCALE_COOKIE)?.value);
});

/** Texts of one namespace in the language of the viewer, for server components and actions. */
export async function getTranslator<const Path extends NamespacePath>(namespace: Path) {
  return translatorFor(await getLocale(), namespace);
}
