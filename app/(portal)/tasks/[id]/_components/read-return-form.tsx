"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { markRead } from "@/app/(portal)/tasks/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";

/** A task that came back goes on only after its reason has been read. */
export function ReadReturnForm({ task }: { task: { id: string; version: number } }) {
  const t = useTranslations("tasks.action");
  const [answer, send] = useActionState(markRead, null);
  return (
    <form action={send} className="mt-3 flex flex-col items-start gap-3">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <SubmitButton>{t("readReturn")}</SubmitButton>
    </form>
  );
}
