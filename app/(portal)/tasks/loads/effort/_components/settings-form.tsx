"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EFFORT_SOURCES } from "@/lib/domain/tasks/measured-effort";
import { saveSettings } from "../actions";

interface SettingsFormProps {
  settings: { source: string; capacityMinutes: number; stuckDays: number };
}

/** How loads are counted, for the whole installation. */
export function SettingsForm({ settings }: SettingsFormProps) {
  const t = useTranslations("loads.effort");
  return (
    <ActionForm action={saveSettings} className="flex flex-col gap-4">
      <SelectField
        name="effortSource"
        label={t("source")}
        defaultValue={settings.source}
        options={EFFORT_SOURCES.map((value) => ({ value, label: t(`sourceOf.${value}`) }))}
      />
      <TextField
        name="capacityMinutes"
        inputMode="numeric"
        label={t("standard")}
        defaultValue={settings.capacityMinutes}
      />
      <TextField
        name="stuckDays"
        inputMode="numeric"
        label={t("stuckDays")}
        defaultValue={settings.stuckDays}
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
