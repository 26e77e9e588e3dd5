import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

interface PageHeaderProps {
  /** The one H1 of the page. */
  title: ReactNode;
  /** A sentence under the title: what there is to do, or what this is. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Name of the breadcrumb, read aloud; needed with `crumbs`. */
  crumbsLabel?: string;
  /** The thing to press on this page, at the right. */
  action?: ReactNode;
}

export function PageHeader({ title, lead, crumbs, crumbsLabel = "", action }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {crumbs ? <Breadcrumb label={crumbsLabel} crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-xl text-balance">{title}</h1>
          {lead ? <p className="text-quiet">{lead}</p> : null}
        </div>
        {action ? <div className="flex flex-wrap gap-3 pt-1">{action}</div> : null}
      </div>
    </header>
  );
}
