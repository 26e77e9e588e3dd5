"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { CompareRow } from "./settlement";

interface EqualRowsProps {
  rows: readonly CompareRow[];
  open: boolean;
  onToggle: () => void;
}

/** "2 trường giống nhau: giới tính, số định danh", with a button that unfolds them. */
export function EqualRows({ rows, open, onToggle }: EqualRowsProps) {
  const t = useTranslations("common.compare");
  const locale = useLocale();
  const names = rows.map(({ field }) => t(`fields.${field}`).toLocaleLowerCase(locale));
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-b border-line px-3 py-1 text-sm text-quiet @max-3xl:border-0 @max-3xl:px-0">
      <span>{t("equal", { count: rows.length, fields: names.join(", ") })}</span>
      <Button
        size="sm"
        variant="quiet"
        icon={open ? "up" : "chevronRight"}
        aria-expanded={open}
        onClick={onToggle}
      >
        {t(open ? "hideEqual" : "showEqual")}
      </Button>
    </div>
  );
}
