"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

interface DropButtonProps {
  label: string;
  /** the same with whose visit it is, where several stand below each other */
  name?: string;
  onDrop: () => Promise<void>;
}

/** Asks first: it can't be brought back. */
export function DropButton({ label, name, onDrop }: DropButtonProps) {
  const t = useTranslations("offline.form");
  const notify = useToast();
  const [asked, setAsked] = useState(false);
  const drop = async () => {
    setAsked(false);
    notify({ message: t("dropped") });
    await onDrop();
  };
  return (
    <>
      <Button variant="quiet" aria-label={name} onClick={() => setAsked(true)}>
        {label}
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t("dropTitle")}
        footer={
          <>
            <Button variant="danger" onClick={drop}>
              {t("drop")}
            </Button>
            <Button variant="primary" data-first onClick={() => setAsked(false)}>
              {t("keep")}
            </Button>
          </>
        }
      >
        {t("dropBody")}
      </Dialog>
    </>
  );
}
