"use client";

import { useTranslations } from "use-intl/react";
import { seeAssignments } from "@/app/(portal)/tasks/assign/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** The officer has read what became of their records. */
export function SeenForm() {
  const t = useTranslations("loads.notice");
  return (
    <ActionForm action={seeAssignments}>
      <SubmitButton variant="secondary" size="sm">
        {t("seen")}
      </SubmitButton>
    </ActionForm>
  );
}
