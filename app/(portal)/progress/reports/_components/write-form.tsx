"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Period, QUICK_PERIODS, type QuickPeriod } from "@/lib/domain/progress/report/period";
import { write } from "../actions";

interface WriteFormProps {
  unitId: string;
  periods: Record<QuickPeriod, Period>;
}

/** The days of a report: a usual period fills them in by one press, as often as it is pressed. */
export function WriteForm({ unitId, periods }: WriteFormProps) {
  const t = useTranslations("reports.write");
  const [{ name, turn }, setChosen] = useState({ name: "thisWeek" as QuickPeriod, turn: 0 });
  const { from, to } = periods[name];
  return (
    <ActionForm action={write} className="flex flex-col gap-4">
      <HiddenFields values={{ unitId }} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("quick")}</legend>
        {QUICK_PERIODS.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={one === name}
            className="aria-pressed:border-action aria-pressed:bg-action-soft aria-pressed:text-action"
            onClick={() => setChosen({ name: one, turn: turn + 1 })}
          >
            {t(`period.${one}`)}
          </Button>
        ))}
      </fieldset>
      <div key={`${name} ${turn}`} className="grid gap-4 sm:grid-cols-2">
        <DayField name="from" label={t("from")} defaultValue={from} required />
        <DayField name="to" label={t("to")} defaultValue={to} required />
      </div>
      <div>
        <SubmitButton>{t("action")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
