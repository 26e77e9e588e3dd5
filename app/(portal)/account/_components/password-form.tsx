"use client";

import { useTranslations } from "use-intl/react";
import { PasswordFields } from "@/app/(auth)/password-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { change } from "../actions";

export function PasswordForm() {
  const t = useTranslations("access");
  return (
    <ActionForm action={change} className="flex flex-col gap-4">
      <PasswordFields
        fields={[
          { name: "current", label: t("password.current"), autoComplete: "current-password" },
          { name: "next", label: t("password.new"), autoComplete: "new-password" },
          { name: "again", label: t("password.again"), autoComplete: "new-password" },
        ]}
      />
      <div>
        <SubmitButton>{t("account.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
