"use client";

import { useTranslations } from "use-intl/react";
import { noteOn } from "@/app/(portal)/tasks/note-actions";
import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/textarea-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";

export function NoteForm({ taskId }: { taskId: string }) {
  const t = useTranslations("workbench.notes");
  const notify = useToast();
  return (
    <ActionForm
      action={noteOn}
      resetOnSuccess
      onSuccess={() => notify({ message: t("saved") })}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="taskId" value={taskId} />
      <TextareaField
        name="words"
        scope="note"
        label={t("words")}
        hint={t("hint")}
        maxLength={500}
        required
      />
      <div>
        <SubmitButton variant="secondary">{t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
