import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface CardProps {
  title?: ReactNode;
  /** A link or button at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
  /** Without inner space, for a list or table that reaches the border; the cards that a "table" is on a phone don't. */
  flush?: boolean | "table";
  className?: string;
}

/** A section on a surface of its own, headed by an H2. */
export function Card({ title, action, children, flush, className }: CardProps) {
  return (
    <section
      className={classNames(
        "rounded-md border border-line bg-surface",
        flush === "table" && "max-md:[&_table]:p-3",
        className,
      )}
    >
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 md:px-5">
          <h2 className="text-lg">{title}</h2>
          {action}
        </div>
      ) : null}
      <div className={flush ? undefined : "p-4 md:p-5"}>{children}</div>
    </section>
  );
}
