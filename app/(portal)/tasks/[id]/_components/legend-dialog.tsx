"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { CompareLegend, type LegendKey } from "@/components/compare/compare-legend";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

/** What the marks mean and which keys there are: a button opens it, and F1 presses the button. */
export function LegendDialog({ more }: { more: readonly LegendKey[] }) {
  const t = useTranslations("common.compare");
  const [open, setOpen] = useState(false);
  return (
    <div className="flex justify-end">
      <Button
        size="sm"
        variant="quiet"
        icon="help"
        aria-haspopup="dialog"
        aria-keyshortcuts="F1"
        onClick={() => setOpen(true)}
      >
        {t("legend.title")} <Kbd>{t("key.help")}</Kbd>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("legend.title")}>
        <CompareLegend more={more} />
      </Dialog>
    </div>
  );
}
