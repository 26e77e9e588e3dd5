"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "use-intl/react";
import { PasswordFields } from "@/app/(auth)/password-fields";
import { ActionForm } from "@/components/forms/action-form";
import type { ActionResult } from "@/components/forms/result";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { readSignInError } from "./sign-in-error";

/** Name and password. React keeps a press that comes before the script, and sends it then. */
export function SignInForm() {
  const t = useTranslations("access.signIn");

  async function send(_: ActionResult | null, form: FormData): Promise<ActionResult> {
    const { username, password } = Object.fromEntries(form);
    const answer = await signIn("credentials", { redirect: false, username, password }).catch(
      () => undefined,
    );
    if (answer?.ok) return { ok: true };
    const { code, ...params } = readSignInError(answer?.error);
    return { ok: false, code, message: t(code, params) };
  }

  return (
    // A new page, so that nothing of whoever was signed in before stays in memory.
    <ActionForm
      action={send}
      onSuccess={() => window.location.assign("/home")}
      className="flex flex-col gap-4"
    >
      <TextField
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        required
      />
      <PasswordFields
        fields={[{ name: "password", label: t("password"), autoComplete: "current-password" }]}
      />
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
