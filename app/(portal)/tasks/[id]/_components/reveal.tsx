"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { callTask } from "@/app/(portal)/tasks/_components/task-call";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog } from "@/components/ui/dialog";
import { REVEAL_PURPOSES, type RevealPurpose } from "@/lib/domain/tasks/reveal";

interface RevealProps {
  taskId: string;
  field: "idNumber" | "phone";
  /** whose candidate's number; none: the record's own */
  personId?: string | null;
}

type Shown = { value: string | null } | { refusal: string } | null;

/** A number in full, once it has been said what for; it leaves with the page and is kept nowhere. */
export function Reveal({ taskId, field, personId = null }: RevealProps) {
  const t = useTranslations("workbench.reveal");
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<RevealPurpose | null>(null);
  const [shown, setShown] = useState<Shown>(null);
  const show = async () => {
    const body = { field, personId, purpose };
    const answer = await callTask<{ value: string | null }>(taskId, { word: "reveal", body });
    if (!answer.ok) {
      const [first] = Object.values(answer.fields ?? {});
      return setShown({ refusal: first ?? answer.message });
    }
    setShown(answer.data);
    setOpen(false);
  };
  if (shown && "value" in shown) {
    return (
      <output className="text-sm tabular-nums">
        {shown.value ? t("value", { value: shown.value }) : t("none")}
      </output>
    );
  }
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon="lock"
        className="font-normal!"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("button")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("title", { field: t(`of.${field}`) })}
        footer={
          <Button variant="primary" onClick={show}>
            {t("show")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {shown && "refusal" in shown ? <Banner tone="danger">{shown.refusal}</Banner> : null}
          <p className="text-quiet">{t("lead")}</p>
          {open ? (
            <fieldset
              onChange={(event) =>
                setPurpose((event.target as EventTarget as HTMLInputElement).value as RevealPurpose)
              }
            >
              <ChoiceGroup
                name={`purpose-${field}-${personId ?? "record"}`}
                legend={t("purpose")}
                options={REVEAL_PURPOSES.map((value) => ({ value, label: t(value) }))}
              />
            </fieldset>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}
