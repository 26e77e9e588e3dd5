import type { ReactNode } from "react";

export interface LegendEntry {
  key: string;
  /** what is drawn on 28 × 14 */
  sign: ReactNode;
  text: ReactNode;
}

/** What the signs of a picture mean, each with its sign as it is drawn. */
export function Legend({ label, entries }: { label: string; entries: readonly LegendEntry[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {entries.map(({ key, sign, text }) => (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="0 0 28 14" aria-hidden className="h-3.5 w-7 shrink-0">
            {sign}
          </svg>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
