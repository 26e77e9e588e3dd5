"use client";

import { useTranslations } from "use-intl/react";
import { PasswordField } from "@/app/(auth)/password-field";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { change } from "../actions";

export function PasswordForm() {
  const t = useTranslations("access");
  return (
    <ActionForm action={change} className="flex flex-col gap-4">
      <PasswordField
        name="current"
        label={t("password.current")}
        autoComplete="current-password"
        required
      />
      <PasswordField name="next" label={t("password.new")} autoComplete="new-password" required />
      <PasswordField
        name="again"
        label={t("password.again")}
        autoComplete="new-password"
        required
      />
      <div>
        <SubmitButton>{t("account.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
