"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/lib/i18n/format";
import type { Kept } from "./draft-keeper";

interface DraftLineProps {
  kept: Kept | null;
  /** when the draft was saved that has been opened again (ISO) */
  restored: string | null;
  onDrop: () => void;
}

/** That what is typed is kept, and where; quietly, since it needs nobody. */
export function DraftLine({ kept, restored, onDrop }: DraftLineProps) {
  const t = useTranslations("workbench.draft");
  if (!kept && !restored) return null;
  const saved = kept ? t(kept.onServer ? "saved" : "local", { at: formatTime(kept.at) }) : null;
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-quiet">
      <span role="status">{saved ?? t("restored", { at: formatTime(restored ?? "") })}</span>
      <Button size="sm" variant="quiet" onClick={onDrop}>
        {t("drop")}
      </Button>
    </span>
  );
}
