"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { setDisabled } from "../actions";

interface LockFormProps {
  officer: { id: string; version: number; disabled: boolean };
}

/** Locks or opens the account as it was seen: a change by somebody else meanwhile is told. */
export function LockForm({ officer }: LockFormProps) {
  const t = useTranslations("officers.detail");
  const { id, version, disabled } = officer;
  return (
    <ActionForm action={setDisabled}>
      <input type="hidden" name="officerId" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="disabled" value={disabled ? "no" : "yes"} />
      <SubmitButton
        variant={disabled ? "secondary" : "danger"}
        icon={disabled ? undefined : "lock"}
      >
        {t(disabled ? "enable" : "disable")}
      </SubmitButton>
    </ActionForm>
  );
}
