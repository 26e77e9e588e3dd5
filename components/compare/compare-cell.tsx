import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { CELL } from "@/components/ui/table-roles";

interface CompareCellProps {
  /** Name of the column, shown where the row is a card; without it the value speaks for itself. */
  label?: string;
  children: ReactNode;
  className?: string;
}

/** A cell that names itself when the table has become cards. */
export function CompareCell({ label, children, className }: CompareCellProps) {
  return (
    <td
      {...CELL}
      className={classNames(
        "p-3 align-top @max-3xl:block @max-3xl:px-0 @max-3xl:col-span-2 @max-3xl:py-2",
        className,
      )}
    >
      {label ? <span className="mb-0.5 block text-xs text-quiet @3xl:hidden">{label}</span> : null}
      {children}
    </td>
  );
}
