"use client";

import { useActionState, useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { approve, sendBack } from "@/app/(portal)/tasks/approvals/actions";
import { isSubmit } from "@/components/compare/keys";
import { TextareaField } from "@/components/forms/textarea-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";

interface TaskProps {
  task: { id: string; version: number; code: string };
}

function TaskFields({ task }: TaskProps) {
  return (
    <>
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="code" value={task.code} />
    </>
  );
}

/** Ctrl+Enter anywhere but in another form, where it would approve what somebody is about to refuse. */
function useApproveKey(form: React.RefObject<HTMLFormElement | null>) {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isSubmit(event) || !form.current) return;
    if (document.querySelector("dialog[open]")) return;
    const own = event.target instanceof Element ? event.target.closest("form") : null;
    if (own && own !== form.current) return;
    event.preventDefault();
    form.current.requestSubmit();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onPress(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function ApproveForm({ task }: TaskProps) {
  const t = useTranslations("approval.action");
  const form = useRef<HTMLFormElement>(null);
  const [answer, send] = useActionState(approve, null);
  useApproveKey(form);
  return (
    <form ref={form} action={send} className="flex flex-col items-start gap-3">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      <TaskFields task={task} />
      <SubmitButton aria-keyshortcuts="Control+Enter">
        {t("approve")} <Kbd>{t("approveHint")}</Kbd>
      </SubmitButton>
    </form>
  );
}

function ReturnForm({ task }: TaskProps) {
  const t = useTranslations("approval.action");
  const [answer, send] = useActionState(sendBack, null);
  const refused = answer && !answer.ok ? answer : null;
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{t("return")}</summary>
      <form action={send} className="flex flex-col gap-3 p-4 pt-1">
        {refused ? <ErrorSummary message={refused.message} /> : null}
        <TaskFields task={task} />
        <TextareaField
          name="comment"
          scope="approval"
          label={t("comment")}
          hint={t("commentHint")}
          rows={3}
          maxLength={1000}
          error={refused?.fields?.comment}
        />
        <div>
          <SubmitButton variant="secondary">{t("send")}</SubmitButton>
        </div>
      </form>
    </details>
  );
}

/** Approve, or send back with what is wrong; either way on to the next. */
export function ApprovalForms({ task }: TaskProps) {
  return (
    <div className="flex flex-col gap-4">
      <ApproveForm task={task} />
      <ReturnForm task={task} />
    </div>
  );
}
