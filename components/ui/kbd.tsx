import type { ReactNode } from "react";

/** The name of a key. Hidden on a phone, where there are no keys. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="hidden rounded-md border border-current/40 px-1.5 font-sans text-xs font-normal md:inline-block">
      {children}
    </kbd>
  );
}
