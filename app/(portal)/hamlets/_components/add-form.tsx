"use client";

import { useTranslations } from "use-intl/react";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { TextareaField } from "@/components/forms/textarea-field";
import { ToldForm } from "@/components/forms/told-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { add } from "../actions";

/** One name a line, or a whole list pasted. */
export function AddForm({ unitId }: { unitId: string }) {
  const t = useTranslations("hamlets.add");
  return (
    <ToldForm action={add} resetOnSuccess className="group/form flex flex-col gap-4">
      <HiddenFields values={{ unitId }} />
      <TextareaField name="names" label={t("names")} hint={t("hint")} rows={4} required />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ToldForm>
  );
}
