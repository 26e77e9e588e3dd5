"use client";

import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { type FormAction, fieldErrors } from "@/components/forms/result";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";

interface StepFormProps {
  action: FormAction;
  /** Sent along unseen: the task, its version, its code. */
  hidden: Record<string, string | number>;
  /** Words of the button. */
  send: string;
  variant?: "primary" | "secondary";
  children?: ReactNode;
}

/** A step of a task with what has to be said along with it; what was typed stays after a refusal. */
export function StepForm({ action, hidden, send, variant, children }: StepFormProps) {
  const [answer, dispatch] = useActionState(action, null);
  return (
    <form
      action={dispatch}
      // React empties a form after every action, also after one that was refused.
      onReset={(event) => event.preventDefault()}
      className="flex flex-col gap-4"
    >
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors value={fieldErrors(answer)}>{children}</FormErrors>
      <div>
        <SubmitButton variant={variant}>{send}</SubmitButton>
      </div>
    </form>
  );
}
