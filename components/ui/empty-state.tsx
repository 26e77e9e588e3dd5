import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface EmptyStateProps {
  icon?: IconName;
  title: ReactNode;
  /** Why there is nothing, and what comes next. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing to show: says so, says why, and offers the next step. */
export function EmptyState({ icon = "settled", title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <Icon name={icon} size={32} className="text-quiet" />
      <p className="font-semibold">{title}</p>
      {children ? <div className="text-quiet">{children}</div> : null}
      {action ? <div className="mt-1 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
