import { ActionForm } from "@/components/forms/action-form";
import { exactNumber } from "@/components/forms/exact-number";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SamplingRules } from "@/lib/domain/tasks/sampling";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { save } from "../actions";

type Name = keyof SamplingRules;

interface FieldsProps {
  title: string;
  names: readonly Name[];
  value: SamplingRules;
  hints?: Partial<Record<Name, string>>;
}

const PERCENT: readonly Name[] = [
  "low",
  "middle",
  "high",
  "newOfficer",
  "oftenWrong",
  "errorsAbove",
];

async function Fields({ title, names, value, hints = {} }: FieldsProps) {
  const t = await getTranslator("approval.settings");
  const locale = await getLocale();
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {names.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={hints[name]}
            inputMode="decimal"
            defaultValue={exactNumber(value[name] * (PERCENT.includes(name) ? 100 : 1), locale)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The shares of the sample, as they hold now. */
export async function SamplingForm({ value, version }: { value: SamplingRules; version: number }) {
  const t = await getTranslator("approval.settings");
  const scoreHint = t("scoreHint");
  return (
    <ActionForm action={save} className="flex flex-col gap-6">
      <div className="flex flex-col gap-6">
        <input type="hidden" name="version" value={version} />
        <Fields
          title={t("byScore")}
          names={["lowBelow", "middleBelow", "low", "middle", "high"]}
          value={value}
          hints={{ lowBelow: scoreHint, middleBelow: scoreHint }}
        />
        <Fields
          title={t("byOfficer")}
          names={["newOfficer", "newUntil", "oftenWrong", "errorsAbove"]}
          value={value}
          hints={{ errorsAbove: t("errorsHint") }}
        />
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
