import type { ReactNode } from "react";

/**
 * The buttons that a page is there for. On a phone they stay above the bottom bar, side by side, where the
 * hand that holds it reaches them: a direct child of what they belong to, inside a card.
 */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-action-bar
      className="flex flex-wrap items-center gap-3 max-md:sticky max-md:bottom-[calc(4rem+env(safe-area-inset-bottom))] max-md:z-20 max-md:-mx-4 max-md:flex-nowrap max-md:gap-2 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-4 max-md:py-2 max-md:*:flex-1 max-md:*:px-2 max-md:short:static max-md:short:flex-wrap"
    >
      {children}
    </div>
  );
}
