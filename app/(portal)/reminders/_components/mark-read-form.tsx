"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { markRead } from "../actions";

/** Digests up to this day have been read. */
export function MarkReadForm({ day }: { day: string }) {
  const t = useTranslations("reminders");
  return (
    <ActionForm action={markRead}>
      <input type="hidden" name="day" value={day} />
      <SubmitButton variant="secondary" size="sm">
        {t("markRead")}
      </SubmitButton>
    </ActionForm>
  );
}
