"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { makeWorksheet } from "../actions";

interface MakeFormProps {
  kind: "hamlet" | "noHamlet" | "own";
  hamletId?: string;
  /** whose list it is, in words */
  name: string;
}

/** One list that can be made, as a button. */
export function MakeForm({ kind, hamletId, name }: MakeFormProps) {
  const t = useTranslations("contact.worksheet");
  return (
    <ActionForm action={makeWorksheet}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="hamletId" value={hamletId ?? ""} />
      <SubmitButton variant="secondary" icon="print" aria-label={t("makeFor", { name })}>
        {t("make")}
      </SubmitButton>
    </ActionForm>
  );
}
