import type { ReactNode } from "react";
import { Mark } from "./mark";

/** By a full load: where this frame is shown, something has gone wrong or is over. */
const HOME = "/";

interface StillFrameProps {
  productName: string;
  /** Name of the mark, which leads to the first page. */
  home: string;
  children: ReactNode;
}

/** Frame of a page that failed or was not found: nothing in it has to be loaded for it. */
export function StillFrame({ productName, home, children }: StillFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center gap-3 border-b border-line bg-surface px-4 print:hidden">
        <a href={HOME} aria-label={home} className="rounded-md">
          <Mark />
        </a>
        <span className="truncate text-sm font-semibold lg:text-base">{productName}</span>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-lg flex-1 px-4 py-10">
        {children}
      </main>
    </div>
  );
}
