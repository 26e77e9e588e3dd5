"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { ChoiceGroup } from "@/components/ui/choice-group";
import type { SelectOption } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { start } from "../../actions";

interface StartFormProps {
  batches: SelectOption[];
  units: SelectOption[];
  /** Name of the officer's own area. */
  area: string;
  chosen: "batch" | "area";
}

/** What to compare: one list, one unit, or all of the officer's area. */
export function StartForm({ batches, units, area, chosen }: StartFormProps) {
  const t = useTranslations("progress.run.new");
  return (
    <ActionForm action={start} className="flex flex-col gap-5">
      <ChoiceGroup
        name="kind"
        legend={t("what")}
        required
        chosen={[chosen]}
        options={[
          { value: "batch", label: t("batch"), hint: t("batchHint") },
          { value: "area", label: t("area"), hint: t("areaHint") },
          { value: "all", label: t("all", { area }), hint: t("allHint") },
        ]}
      />
      <SelectField
        name="batchId"
        label={t("batchField")}
        hint={t("batchFieldHint")}
        placeholder={t("choose")}
        options={batches}
      />
      <SelectField
        name="unitId"
        label={t("areaField")}
        hint={t("areaFieldHint")}
        placeholder={t("choose")}
        options={units}
      />
      <div>
        <SubmitButton icon="matching">{t("start")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
