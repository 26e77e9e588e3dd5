"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useOnline } from "@/components/offline/connection";
import { putListDown, refreshList } from "@/components/offline/list-requests";
import type { Vault } from "@/components/offline/vault";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

interface ListActionsProps {
  vault: Vault;
  officerId: string;
}

function Refresh({ vault, officerId }: ListActionsProps) {
  const t = useTranslations("offline");
  const online = useOnline();
  const notify = useToast();
  const [asking, setAsking] = useState(false);
  const refresh = async () => {
    setAsking(true);
    const { ok } = await refreshList(vault, officerId);
    setAsking(false);
    notify({ message: t(ok ? "field.refreshed" : "take.failed") });
  };
  return (
    <Button pending={asking} disabled={!online} onClick={refresh}>
      {t("field.refresh")}
    </Button>
  );
}

/** Fetch it anew, or carry it no longer. */
export function ListActions({ vault, officerId }: ListActionsProps) {
  const t = useTranslations("offline");
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-wrap gap-3">
      <Refresh vault={vault} officerId={officerId} />
      <Button onClick={() => setAsked(true)}>{t("field.putDown")}</Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t("field.putDownTitle")}
        footer={
          <>
            <Button data-first onClick={() => setAsked(false)}>
              {t("form.keep")}
            </Button>
            <Button variant="primary" onClick={() => putListDown(vault)}>
              {t("field.putDown")}
            </Button>
          </>
        }
      >
        {t("field.putDownBody")}
      </Dialog>
    </div>
  );
}
