import Link from "next/link";
import type { ReactNode } from "react";
import { TONE_TEXT, type Tone } from "./tone";

interface StatProps {
  label: ReactNode;
  /** Already written for the reader: "12.408". */
  value: string;
  /** What is counted: người, mũi, hồ sơ. A figure without its unit is not a figure. */
  unit: ReactNode;
  /** When it was counted: "lúc 14:05 23/11/2026". */
  cutoff?: ReactNode;
  /** The list behind the figure. */
  href?: string;
  tone?: Tone;
}

/** One figure with its unit and its cut-off; with `href` the whole of it opens its list. */
export function Stat({ label, value, unit, cutoff, href, tone = "neutral" }: StatProps) {
  const figure = (
    <>
      <span
        className={`text-xl font-semibold tabular-nums ${tone === "neutral" ? "" : TONE_TEXT[tone]}`}
      >
        {value}
      </span>{" "}
      <span>{unit}</span>
    </>
  );
  return (
    <div className="relative flex flex-col gap-1 rounded-md border border-line bg-surface px-4 py-3 has-[a:hover]:border-action">
      <p className="text-sm text-quiet">{label}</p>
      <p>
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 hover:text-action">
            {figure}
          </Link>
        ) : (
          figure
        )}
      </p>
      {cutoff ? <p className="text-xs text-quiet">{cutoff}</p> : null}
    </div>
  );
}
