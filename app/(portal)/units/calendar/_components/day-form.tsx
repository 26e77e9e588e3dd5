"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { save } from "../actions";

export interface EditedDay {
  day: string;
  working: boolean;
  name: string;
  source: string;
  estimated: boolean;
  version: number;
}

/** A day of the calendar, new or as it stands. */
export function DayForm({ day }: { day: EditedDay | null }) {
  const t = useTranslations("calendar");
  const kinds = [
    { value: "off", label: t("off") },
    { value: "working", label: t("working") },
  ];
  return (
    <ActionForm action={save} className="flex flex-col gap-4">
      <input type="hidden" name="version" value={day?.version ?? 0} />
      <DayField
        name="day"
        label={t("day")}
        required
        defaultValue={day?.day}
        readOnly={day !== null}
      />
      <SelectField
        name="kind"
        label={t("kind")}
        options={kinds}
        defaultValue={day?.working ? "working" : "off"}
      />
      <TextField name="name" label={t("name")} required maxLength={100} defaultValue={day?.name} />
      <TextField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        required
        maxLength={200}
        defaultValue={day?.source}
      />
      <Checkbox name="estimated" label={t("isEstimated")} defaultChecked={day?.estimated} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
