"use client";

import { Button } from "./button";

/** Opens the browser's own printing; the style sheet leaves only the paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
