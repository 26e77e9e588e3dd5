"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { remove } from "../actions";

/** The day is again what its weekday says. */
export function RemoveForm({ day, version }: { day: string; version: number }) {
  const t = useTranslations("calendar");
  return (
    <ActionForm action={remove}>
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton variant="quiet" size="sm">
        {t("remove")}
      </SubmitButton>
    </ActionForm>
  );
}
