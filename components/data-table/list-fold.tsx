import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";

interface ListFoldProps {
  /** "Lọc, sắp xếp (2)" */
  label: string;
  children: ReactNode;
}

/**
 * What narrows and orders a list, under one button on a phone and open where there is room. The native
 * element holds nothing but its button and what follows it is shown with it, so that no script is needed
 * and no wide screen has anything folded. Give it the list's address as key: another list begins folded.
 */
export function ListFold({ label, children }: ListFoldProps) {
  return (
    <>
      <details className="group/fold peer/fold w-full md:hidden">
        <summary className={buttonStyle({ className: "w-full list-none" })}>
          <Icon name="filter" size={18} />
          {label}
          <Icon name="chevronDown" size={18} className="group-open/fold:rotate-180" />
        </summary>
      </details>
      <div className="w-full flex-col gap-3 not-peer-open/fold:max-md:hidden max-md:flex md:contents">
        {children}
      </div>
    </>
  );
}
