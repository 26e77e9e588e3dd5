import type { ReactNode } from "react";
import { type Namespace, pickMessages } from "./messages";
import { MessagesProvider } from "./provider";
import { getLocale } from "./server";

interface ClientMessagesProps {
  namespaces: readonly Namespace[];
  children: ReactNode;
}

/** Server component: sends the named contexts' texts to the client components inside it. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const locale = await getLocale();
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, namespaces)}>
      {children}
    </MessagesProvider>
  );
}
