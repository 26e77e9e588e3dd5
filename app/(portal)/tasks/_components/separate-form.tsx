"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { TextareaField } from "@/components/forms/textarea-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { separate } from "../duplicates/actions";
import { useSaidBy } from "./said-by";

/** Takes a merge back; after a day with a reason. */
export function SeparateForm({ mergeId, today }: { mergeId: string; today: boolean }) {
  const t = useTranslations("duplicates.merges");
  const [answer, send] = useActionState(useSaidBy(separate), null);
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      <input type="hidden" name="mergeId" value={mergeId} />
      {today ? null : (
        <TextareaField
          name="reason"
          scope={mergeId}
          label={t("reason")}
          hint={t("reasonHint")}
          required
          rows={2}
          maxLength={1000}
        />
      )}
      <SubmitButton variant="secondary">{t("undo")}</SubmitButton>
    </form>
  );
}
