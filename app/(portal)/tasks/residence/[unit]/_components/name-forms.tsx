"use client";

import { useTranslations } from "use-intl/react";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SelectField } from "@/components/forms/select-field";
import { ToldForm } from "@/components/forms/told-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { choose, forget } from "../actions";

interface NameFormProps {
  of: { oldUnitId: string; name: string };
  communes: readonly { id: string; name: string }[];
  chosen?: string;
}

/** To which commune of today a thôn or tổ belongs. */
export function NameForm({ of, communes, chosen = "" }: NameFormProps) {
  const t = useTranslations("hamlets.split");
  return (
    <ToldForm action={choose} className="group/form flex flex-wrap items-end gap-3">
      <HiddenFields values={of} />
      <SelectField
        name="unitId"
        scope={of.name}
        label={t("choose")}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t("pick")}
        defaultValue={chosen}
        required
        className="min-w-48 flex-1"
      />
      <SubmitButton variant="secondary">{t("send")}</SubmitButton>
    </ToldForm>
  );
}

/** The records that the choice had placed wait again. */
export function ForgetForm({ ruleId }: { ruleId: string }) {
  const t = useTranslations("hamlets.split");
  return (
    <ToldForm action={forget}>
      <HiddenFields values={{ ruleId }} />
      <SubmitButton size="sm" variant="secondary">
        {t("forget")}
      </SubmitButton>
    </ToldForm>
  );
}
