"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { LOCALE_COOKIE, parseLocale } from "@/lib/i18n/locales";
import { endSession } from "@/lib/server/access/sign-in";
import { SESSION_COOKIES } from "@/lib/server/core/session";

const YEAR = 365 * 24 * 60 * 60;

export async function setTheme(form: FormData): Promise<void> {
  (await cookies()).set(THEME_COOKIE, parseTheme(form.get("theme")), {
    maxAge: YEAR,
    sameSite: "lax",
  });
}

export async function setLocale(form: FormData): Promise<void> {
  const locale = parseLocale(String(form.get("locale") ?? ""));
  (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: YEAR, sameSite: "lax" });
}

/** The session's row goes first: a copied cookie is dead from that moment. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  for (const name of SESSION_COOKIES) {
    const token = jar.get(name)?.value;
    if (token) await endSession(token);
    // A browser refuses to touch a "__Secure-" cookie by a line that isn't secure itself.
    jar.set(name, "", { maxAge: 0, httpOnly: true, secure: name.startsWith("__Secure-") });
  }
  redirect("/sign-in");
}
