"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { SelectOption } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { endCampaign, enterCampaign } from "../actions";

interface CampaignFormProps {
  units: SelectOption[];
  today: string;
}

/** Days on which a unit gives less. */
export function CampaignForm({ units, today }: CampaignFormProps) {
  const t = useTranslations("loads.campaign");
  const days = useTranslations("loads.plan");
  return (
    <ActionForm action={enterCampaign} resetOnSuccess className="flex flex-col gap-4">
      <TextField name="name" label={t("name")} maxLength={120} required />
      <SelectField name="unitId" label={t("unit")} options={units} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField name="from" label={days("from")} defaultValue={today} required />
        <DayField name="to" label={days("to")} required />
      </div>
      <TextField
        name="share"
        inputMode="numeric"
        label={t("share")}
        hint={t("shareHint")}
        defaultValue={50}
        required
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndForm({ campaignId }: { campaignId: string }) {
  const t = useTranslations("loads.campaign");
  const notify = useToast();
  return (
    <ActionForm action={endCampaign} onSuccess={(message) => message && notify({ message })}>
      <input type="hidden" name="campaignId" value={campaignId} />
      <SubmitButton variant="quiet" size="sm">
        {t("cancel")}
      </SubmitButton>
    </ActionForm>
  );
}
