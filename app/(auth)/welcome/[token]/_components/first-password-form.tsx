"use client";

import { useTranslations } from "use-intl/react";
import { PasswordFields } from "@/app/(auth)/password-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { choosePassword } from "../actions";

interface FirstPasswordFormProps {
  token: string;
  username: string;
}

export function FirstPasswordForm({ token, username }: FirstPasswordFormProps) {
  const t = useTranslations("access");
  return (
    <ActionForm action={choosePassword} className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      {/* Tells a password manager which name the password is for. */}
      <input type="hidden" autoComplete="username" value={username} readOnly />
      <PasswordFields
        fields={[
          { name: "password", label: t("password.new"), autoComplete: "new-password" },
          { name: "again", label: t("password.again"), autoComplete: "new-password" },
        ]}
      />
      <SubmitButton size="lg">{t("welcome.submit")}</SubmitButton>
    </ActionForm>
  );
}
