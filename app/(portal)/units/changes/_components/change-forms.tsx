"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { ToldForm } from "@/components/forms/told-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { apply, cancel } from "../actions";

/** The one button that applies what is shown; it says to how much. */
export function ApplyForm({ request, on, label }: { request: string; on: string; label: string }) {
  return (
    <ActionForm action={apply}>
      <HiddenFields values={{ request, on }} />
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}

export function CancelForm({ changeId }: { changeId: string }) {
  const t = useTranslations("units.change.history");
  return (
    <ToldForm action={cancel}>
      <HiddenFields values={{ changeId }} />
      <SubmitButton size="sm" variant="secondary">
        {t("cancel")}
      </SubmitButton>
    </ToldForm>
  );
}
