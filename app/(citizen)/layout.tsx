import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PlainFrame } from "@/components/shell/plain-frame";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { setLocale, setTheme } from "../(portal)/actions";

/** Pages for everybody: nobody signs in here. */
export default async function CitizenLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return <PlainFrame preferences={{ theme, setTheme, setLocale }}>{children}</PlainFrame>;
}
