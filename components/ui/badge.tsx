import type { ReactNode } from "react";
import { TONE_SOFT, type Tone } from "./tone";

/** A figure or a short word beside something else, such as a count. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex min-w-6 items-center justify-center rounded-full px-2 text-sm tabular-nums ${TONE_SOFT[tone]}`}
    >
      {children}
    </span>
  );
}
