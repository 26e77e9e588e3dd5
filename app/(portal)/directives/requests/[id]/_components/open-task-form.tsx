"use client";

import { useTranslations } from "use-intl/react";
import { openTask } from "@/app/(portal)/directives/requests/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** The record is wrong and nobody works on it: a task for the force that can tell. */
export function OpenTaskForm({ request }: { request: { id: string; version: number } }) {
  const t = useTranslations("requests.record");
  return (
    <ActionForm action={openTask}>
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <SubmitButton>{t("openTask")}</SubmitButton>
    </ActionForm>
  );
}
