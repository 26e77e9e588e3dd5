"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { sendBack, survey } from "@/app/(portal)/tasks/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

interface CommentFormProps {
  task: { id: string; version: number; code: string };
  kind: "survey" | "return";
}

/** A step that is said in words: the survey's result, or why a record goes back. */
export function CommentForm({ task, kind }: CommentFormProps) {
  const t = useTranslations("tasks.action");
  const [answer, send] = useActionState(kind === "survey" ? survey : sendBack, null);
  const refused = answer && !answer.ok ? answer : null;
  const label = t(kind === "survey" ? "commentSurvey" : "commentReturn");
  return (
    <details className="rounded-md border border-line" open={kind === "survey"}>
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{t(kind)}</summary>
      <form action={send} className="flex flex-col gap-3 p-4 pt-1">
        {refused ? <ErrorSummary message={refused.message} /> : null}
        <input type="hidden" name="taskId" value={task.id} />
        <input type="hidden" name="version" value={task.version} />
        <input type="hidden" name="code" value={task.code} />
        <Field
          name="comment"
          scope={kind}
          label={label}
          hint={t("commentHint")}
          error={refused?.fields?.comment}
        >
          {(control) => <Textarea {...control} rows={3} maxLength={1000} />}
        </Field>
        <div>
          <SubmitButton variant={kind === "survey" ? "primary" : "secondary"}>
            {t(kind)}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
