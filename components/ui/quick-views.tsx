import Link from "next/link";

export interface QuickView {
  href: string;
  label: string;
  /** Already written for the reader: "118", "hơn 1.000". */
  count?: string;
  current?: boolean;
}

interface QuickViewsProps {
  /** Name of this navigation, read aloud. */
  label: string;
  views: readonly QuickView[];
}

/** Ready-made views of one page as links, the present one underlined; scrolls on a phone. */
export function QuickViews({ label, views }: QuickViewsProps) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex w-max min-w-full gap-1">
        {views.map(({ href, label: words, count, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className="flex min-h-11 items-center gap-1.5 border-b-3 border-transparent px-3 whitespace-nowrap -outline-offset-3 hover:bg-hover aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
            >
              {words}
              {count ? (
                <span className="text-sm font-normal text-quiet tabular-nums">{count}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
