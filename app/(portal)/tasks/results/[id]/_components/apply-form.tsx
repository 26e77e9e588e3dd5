"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { applySheet } from "../../actions";

/** Writes all lines that can be written; pressed again it goes on where it was cut off. */
export function ApplyForm({ sheetId, count }: { sheetId: string; count: number }) {
  const t = useTranslations("contact.sheet");
  return (
    <ActionForm action={applySheet}>
      <input type="hidden" name="sheetId" value={sheetId} />
      {count > 0 ? <SubmitButton icon="check">{t("apply", { count })}</SubmitButton> : null}
    </ActionForm>
  );
}
