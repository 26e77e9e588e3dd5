import { Icon } from "./icon";
import { TextLink } from "./text-link";

export interface Crumb {
  label: string;
  /** Left out for the place one is at. */
  href?: string;
}

/** The path to this place, from the widest. The last one is where the reader is. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex items-center gap-1">
            {index > 0 ? <Icon name="chevronRight" size={14} className="text-quiet" /> : null}
            {crumb.href ? (
              <TextLink href={crumb.href}>{crumb.label}</TextLink>
            ) : (
              <span
                aria-current={index === crumbs.length - 1 ? "page" : undefined}
                className="text-quiet"
              >
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
