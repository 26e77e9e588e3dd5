"use client";

import { useTranslations } from "use-intl/react";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SelectField } from "@/components/forms/select-field";
import { ToldForm } from "@/components/forms/told-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { decide, forget } from "../actions";
import type { NamedHamlet } from "./hamlet-forms";

interface DecideFormProps {
  /** The name as it is written, and of which commune by the file. */
  of: { unitId: string; fromUnitId: string; name: string };
  hamlets: readonly NamedHamlet[];
  /** What is chosen already, or suggested. */
  chosen: string;
  send: string;
}

/** Which hamlet a name in addresses means, or that it lies elsewhere. */
export function DecideForm({ of, hamlets, chosen, send }: DecideFormProps) {
  const t = useTranslations("hamlets.unplaced");
  const options = [
    ...hamlets.map(({ id, name }) => ({ value: id, label: name })),
    { value: "none", label: t("elsewhere") },
  ];
  return (
    <ToldForm action={decide} className="group/form flex flex-wrap items-end gap-3">
      <HiddenFields values={of} />
      <SelectField
        name="hamletId"
        scope={`${of.fromUnitId}-${of.name}`}
        label={t("choose")}
        options={options}
        placeholder={t("pick")}
        defaultValue={chosen}
        required
        className="min-w-48 flex-1"
      />
      <SubmitButton variant="secondary">{send}</SubmitButton>
    </ToldForm>
  );
}

/** Takes a decision back. */
export function ForgetForm({ ruleId }: { ruleId: string }) {
  const t = useTranslations("hamlets.rules");
  return (
    <ToldForm action={forget}>
      <HiddenFields values={{ ruleId }} />
      <SubmitButton size="sm" variant="secondary">
        {t("forget")}
      </SubmitButton>
    </ToldForm>
  );
}
