"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { ABSENCE_REASONS } from "@/lib/domain/tasks/plan";
import { endAbsence, enterAbsence, saveMinutes } from "../actions";

interface OfOfficer {
  /** absent for one's own days */
  officerId?: string;
}

function WhoseField({ officerId }: OfOfficer) {
  return officerId ? <input type="hidden" name="officerId" value={officerId} /> : null;
}

interface MinutesFormProps extends OfOfficer {
  minutes: number | null;
  standard: number;
}

/** Minutes of a working day. */
export function MinutesForm({ officerId, minutes, standard }: MinutesFormProps) {
  const t = useTranslations("loads.plan");
  return (
    <ActionForm action={saveMinutes} className="flex flex-col gap-4">
      <WhoseField officerId={officerId} />
      <TextField
        name="minutes"
        inputMode="numeric"
        label={t("minutes")}
        hint={t("minutesHint", { standard })}
        defaultValue={minutes ?? ""}
      />
      <div>
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Days on which somebody is away, and what becomes of the work on their list. */
export function AbsenceForm({ officerId, today }: OfOfficer & { today: string }) {
  const t = useTranslations("loads.plan");
  return (
    <ActionForm action={enterAbsence} resetOnSuccess className="flex flex-col gap-4">
      <WhoseField officerId={officerId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField name="from" label={t("from")} defaultValue={today} required />
        <DayField name="to" label={t("to")} required />
      </div>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("pick")}
        required
        options={ABSENCE_REASONS.map((value) => ({ value, label: t(`reasonOf.${value}`) }))}
      />
      <SelectField
        name="work"
        label={t("share")}
        options={[
          { value: "share", label: t("shareOut") },
          { value: "list", label: t("toList") },
        ]}
      />
      <div>
        <SubmitButton>{t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The absence leaves the page with its form, so the notice says that it is cancelled. */
export function CancelForm({ absenceId }: { absenceId: string }) {
  const t = useTranslations("loads.plan");
  const notify = useToast();
  return (
    <ActionForm action={endAbsence} onSuccess={(message) => message && notify({ message })}>
      <input type="hidden" name="absenceId" value={absenceId} />
      <SubmitButton variant="quiet" size="sm">
        {t("cancel")}
      </SubmitButton>
    </ActionForm>
  );
}
