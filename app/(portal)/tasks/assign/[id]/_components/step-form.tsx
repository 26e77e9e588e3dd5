"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { apply, undo } from "../../actions";

/** Applies a plan, or takes it back. */
export function StepForm({ id, kind }: { id: string; kind: "apply" | "undo" }) {
  const t = useTranslations("loads.result");
  return (
    <ActionForm action={kind === "apply" ? apply : undo}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant={kind === "apply" ? "primary" : "secondary"}>{t(kind)}</SubmitButton>
    </ActionForm>
  );
}
