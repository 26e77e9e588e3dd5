import { StepForm } from "@/app/(portal)/tasks/_components/step-form";
import { reportRegistry, typeIn } from "@/app/(portal)/tasks/moves/actions";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { IDENTITY_FIELDS } from "@/lib/domain/tasks/field-policy";
import { getTranslator } from "@/lib/i18n/server";
import { Folded } from "./folded";
import { hiddenOf } from "./move-steps";
import type { StepProps } from "./step-props";

interface ValuesProps {
  /** what the names of the fields begin with */
  group: "right" | "said";
  labelOf: (field: string) => string;
  /** first choice of the sex: what leaving it means */
  empty: string;
}

/** The four fields that say who a person is, to be typed. */
async function Values({ group, labelOf, empty }: ValuesProps) {
  const fields = await getTranslator("records.field");
  const sex = await getTranslator("common.sex");
  const options = (["male", "female"] as const).map((value) => ({ value, label: sex(value) }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {IDENTITY_FIELDS.map((field) => {
        const shared = { name: `${group}.${field}`, label: labelOf(fields(field)) };
        return field === "sex" ? (
          <SelectField
            key={field}
            {...shared}
            placeholder={empty}
            defaultValue=""
            options={options}
          />
        ) : (
          <TextField key={field} {...shared} autoComplete="off" maxLength={200} />
        );
      })}
    </div>
  );
}

/** "CSDLQG sai": which fields, what is right, on what grounds. */
export async function RegistryErrorStep({ task, personId }: StepProps) {
  const t = await getTranslator("moves.registryError");
  if (!personId || !task.events.includes("registryError")) return null;
  return (
    <Folded title={t("open")}>
      <StepForm
        action={reportRegistry}
        hidden={{ ...hiddenOf(task), personId }}
        send={t("send")}
        variant="secondary"
      >
        <p className="text-quiet">{t("lead")}</p>
        <Values
          group="right"
          labelOf={(field) => t("value", { field: field.toLocaleLowerCase("vi") })}
          empty={t("sexAny")}
        />
        <p className="text-sm text-quiet">{t("valueHint")}</p>
        <TextareaField
          name="comment"
          scope="registry"
          label={t("reason")}
          rows={2}
          maxLength={1000}
        />
      </StepForm>
    </Folded>
  );
}

/** What police have looked up on their own machine. A gateway is asked by the portal itself. */
export async function ReadingStep({ task, personId }: StepProps) {
  const t = await getTranslator("moves.reading");
  const choose = (await getTranslator("common.field"))("choose");
  const waits = task.waitReason === "registry" && task.events.includes("resume");
  if (task.asked || !(task.events.includes("confirm") || waits)) return null;
  return (
    <Folded title={t("open")}>
      <StepForm
        action={typeIn}
        hidden={{ ...hiddenOf(task), personId: personId ?? "" }}
        send={t("send")}
        variant="secondary"
      >
        <p className="text-quiet">{t("lead")}</p>
        <Values group="said" labelOf={(field) => field} empty={choose} />
      </StepForm>
    </Folded>
  );
}
