import type { ReactNode } from "react";

export interface Described {
  term: string;
  value: ReactNode;
}

/** Names and values, side by side where there is room. */
export function DescriptionList({ items }: { items: readonly Described[] }) {
  return (
    <dl className="@container divide-y divide-line">
      {items.map(({ term, value }) => (
        <div key={term} className="gap-4 py-2 @sm:grid @sm:grid-cols-[minmax(8rem,12rem)_1fr]">
          <dt className="text-sm/6 text-quiet">{term}</dt>
          <dd className="min-w-0 tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
