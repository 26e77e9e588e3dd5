"use client";

import { useTranslations } from "use-intl/react";
import { answer } from "@/app/(portal)/directives/requests/actions";
import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/textarea-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { MOST_WORDS } from "@/lib/domain/directives/request";

/** Ends the request in words. */
export function AnswerForm({ request }: { request: { id: string; version: number } }) {
  const t = useTranslations("requests.answer");
  return (
    <ActionForm action={answer} className="flex flex-col gap-3">
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <TextareaField
        name="answer"
        label={t("label")}
        hint={t("hint")}
        rows={3}
        maxLength={MOST_WORDS}
        required
      />
      <div>
        <SubmitButton>{t("action")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
