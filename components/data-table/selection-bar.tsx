"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";

interface SelectionBarProps {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with all ticked rows, and with how many. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  const t = useTranslations("common.table");
  return (
    <div className="sticky bottom-20 z-20 mt-3 flex flex-wrap items-center gap-3 rounded-md border border-line bg-raised px-4 py-2 shadow-float md:bottom-4 short:static print:hidden">
      <p role="status" className="font-semibold tabular-nums">
        {t("selected", { count })}
      </p>
      {children}
      <Button variant="quiet" size="sm" onClick={onClear}>
        {t("clearSelection")}
      </Button>
    </div>
  );
}
