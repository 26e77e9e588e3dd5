import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { QuietHours } from "@/lib/domain/directives/digest";
import { LEAST_HOURS, OFFICE_HOURS } from "@/lib/domain/directives/quiet-hours";
import { formatHour } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { save } from "../actions";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: formatHour(hour),
}));

interface QuietHoursFormProps {
  value: QuietHours;
  version: number;
}

/** The quiet hours, as they hold now. */
export async function QuietHoursForm({ value, version }: QuietHoursFormProps) {
  const t = await getTranslator("reminders.quiet");
  const now = { from: formatHour(value.from), to: formatHour(value.to) };
  return (
    <ActionForm action={save} className="flex flex-col gap-4">
      <input type="hidden" name="version" value={version} />
      <p>{t(value.from < value.to ? "now" : "nowOverNight", now)}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="from"
          label={t("from")}
          defaultValue={String(value.from)}
          options={HOURS}
        />
        <SelectField name="to" label={t("to")} defaultValue={String(value.to)} options={HOURS} />
      </div>
      <p className="text-sm text-quiet">{t("hint", { ...OFFICE_HOURS, least: LEAST_HOURS })}</p>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
