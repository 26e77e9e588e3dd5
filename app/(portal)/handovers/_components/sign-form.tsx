"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { sign } from "../actions";

/** Signs all that waits. */
export function SignForm({ label }: { label: string }) {
  return (
    <ActionForm action={sign}>
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}
