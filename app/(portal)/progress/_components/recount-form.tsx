"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { recount } from "../actions";

export function RecountForm() {
  const t = useTranslations("progress.check");
  const notify = useToast();
  return (
    <ActionForm action={recount} onSuccess={(message) => message && notify({ message })}>
      <SubmitButton size="sm">{t("recount")}</SubmitButton>
    </ActionForm>
  );
}
