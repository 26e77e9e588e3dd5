import type { ReactNode } from "react";
import { type Namespace, pickMessages } from "./messages";
import { MessagesProvider } from "./provider";
import { getLocale } from "./server";

/** In the browser with every page: sent once, by the root layout. */
const EVERYWHERE: readonly Namespace[] = ["common", "failure", "shell", "offline"];

/** Server component of the root layout: the texts that every page needs. */
export async function RootMessages({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, EVERYWHERE)}>
      {children}
    </MessagesProvider>
  );
}

interface ClientMessagesProps {
  namespaces: readonly Namespace[];
  children: ReactNode;
}

/** Server component: sends the named contexts' texts to the client components inside it. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const locale = await getLocale();
  const own = namespaces.filter((name) => !EVERYWHERE.includes(name));
  if (own.length === 0) return children;
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, own)}>
      {children}
    </MessagesProvider>
  );
}
