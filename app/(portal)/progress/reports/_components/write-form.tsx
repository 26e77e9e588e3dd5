"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Period } from "@/lib/domain/progress/report/period";
import { write } from "../actions";

/** The days of a report, as a chosen period fills them in. */
export function WriteForm({ unitId, period }: { unitId: string; period: Period }) {
  const t = useTranslations("reports.write");
  return (
    <ActionForm action={write} className="flex flex-col gap-4">
      <HiddenFields values={{ unitId }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField name="from" label={t("from")} defaultValue={period.from} required />
        <DayField name="to" label={t("to")} defaultValue={period.to} required />
      </div>
      <div>
        <SubmitButton>{t("action")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
