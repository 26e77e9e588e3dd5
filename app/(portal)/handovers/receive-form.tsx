"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { receive } from "./actions";

interface ReceiveFormProps {
  handover: { id: string; version: number };
  /** Word of the button. */
  label: string;
}

/** Takes one list over, as the officer saw it. */
export function ReceiveForm({ handover, label }: ReceiveFormProps) {
  return (
    <ActionForm action={receive}>
      <input type="hidden" name="handoverId" value={handover.id} />
      <input type="hidden" name="version" value={handover.version} />
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}
