"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { DialogButton } from "@/components/ui/dialog-button";
import { Kbd } from "@/components/ui/kbd";

/** A button opens the legend, and F1 presses the button. */
export function LegendDialog({ children }: { children: ReactNode }) {
  const t = useTranslations("common.compare");
  return (
    <div className="flex justify-end">
      <DialogButton
        size="sm"
        variant="quiet"
        icon="help"
        aria-keyshortcuts="F1"
        reading
        title={t("legend.title")}
        label={
          <>
            {t("legend.title")} <Kbd>{t("key.help")}</Kbd>
          </>
        }
      >
        {children}
      </DialogButton>
    </div>
  );
}
