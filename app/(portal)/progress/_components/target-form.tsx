"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { aim, withdrawAim } from "../actions";

interface TargetFormProps {
  unitId: string;
  deadline?: string;
  percent: number;
}

/** By when, and with how much. */
export function TargetForm({ unitId, deadline, percent }: TargetFormProps) {
  const t = useTranslations("progress.target");
  const notify = useToast();
  return (
    <ActionForm
      action={aim}
      onSuccess={(message) => message && notify({ message })}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="unitId" value={unitId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField name="deadline" label={t("deadline")} defaultValue={deadline} required />
        <TextField
          name="percent"
          inputMode="numeric"
          label={t("percent")}
          hint={t("percentHint")}
          defaultValue={percent}
          required
        />
      </div>
      <TextField name="reason" label={t("reason")} maxLength={300} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function WithdrawTargetForm({ unitId }: { unitId: string }) {
  const t = useTranslations("progress.target");
  const notify = useToast();
  return (
    <ActionForm action={withdrawAim} onSuccess={(message) => message && notify({ message })}>
      <input type="hidden" name="unitId" value={unitId} />
      <SubmitButton variant="quiet" size="sm">
        {t("withdraw")}
      </SubmitButton>
    </ActionForm>
  );
}
