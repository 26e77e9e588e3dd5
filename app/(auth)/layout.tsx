import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PlainFrame } from "@/components/shell/plain-frame";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { setLocale, setTheme } from "../(portal)/actions";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PlainFrame preferences={{ theme, setTheme, setLocale }}>
      <ClientMessages namespaces={["access"]}>{children}</ClientMessages>
    </PlainFrame>
  );
}
