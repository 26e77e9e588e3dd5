"use client";

import { useTranslations } from "use-intl/react";
import { enter } from "@/app/(portal)/directives/requests/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { MOST_WORDS, REQUEST_KINDS } from "@/lib/domain/directives/request";

/** What the citizen says, written down at the counter. */
export function EnterForm() {
  const t = useTranslations("requests");
  const kinds = REQUEST_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <ActionForm action={enter} className="reading flex flex-col gap-5">
      <TextField name="fullName" label={t("form.fullName")} maxLength={200} required />
      <TextField
        name="phone"
        label={t("form.phone")}
        hint={t("form.phoneHint")}
        optional
        type="tel"
        inputMode="tel"
      />
      <SelectField
        name="kind"
        label={t("form.kind")}
        placeholder={t("form.kindPlaceholder")}
        options={kinds}
        required
      />
      <TextareaField
        name="words"
        label={t("form.words")}
        hint={t("form.wordsHint")}
        rows={4}
        maxLength={MOST_WORDS}
        required
      />
      <Checkbox
        name="papersSeen"
        id="papersSeen"
        label={t("form.papersSeen")}
        hint={t("form.papersHint")}
        required
      />
      <div>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
