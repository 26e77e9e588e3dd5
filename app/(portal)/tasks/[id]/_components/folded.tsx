import type { ReactNode } from "react";

interface FoldedProps {
  title: string;
  children: ReactNode;
}

/** A step that is taken now and then: its form opens under one line. */
export function Folded({ title, children }: FoldedProps) {
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{title}</summary>
      <div className="p-4 pt-1">{children}</div>
    </details>
  );
}
