import { ActionForm } from "@/components/forms/action-form";
import { DayField } from "@/components/forms/day-field";
import { FileField } from "@/components/forms/file-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { ActionBar } from "@/components/ui/action-bar";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { refuse } from "../actions";
import samples from "./samples.json";

const { fields } = samples;
const asOptions = (labels: string[]) => labels.map((label) => ({ value: label, label }));

export function FieldSamples() {
  return (
    <Card title={samples.sections.fields} className="reading">
      <ActionForm action={refuse} noValidate className="flex flex-col gap-5">
        <TextField name="fullName" label={fields.fullName} hint={fields.fullNameHint} />
        <TextField name="idNumber" label={fields.idNumber} inputMode="numeric" />
        <DayField name="until" label={fields.day} defaultValue={fields.dayWrong} />
        <SelectField
          name="hamlet"
          label={fields.hamlet}
          options={asOptions(fields.hamlets)}
          placeholder={fields.hamlet}
          optional
        />
        <TextareaField name="note" label={fields.note} optional />
        <FileField name="file" label={fields.file} hint={fields.fileHint} accept=".xlsx,.csv" />
        <Checkbox name="seen" label={fields.seen} hint={fields.seenHint} />
        <ChoiceGroup name="way" legend={fields.way} options={asOptions(fields.ways)} />
        <div>
          <SubmitButton>{fields.submit}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** Refused and locked, beside what the form above shows once it is sent. */
export function FieldStateSamples() {
  const hamlets = asOptions(fields.hamlets);
  return (
    <Card title={samples.sections.fieldStates} className="reading">
      <div className="flex flex-col gap-5">
        <TextField
          name="refusedNumber"
          label={fields.idNumber}
          hint={fields.fullNameHint}
          error={fields.refusedNumber}
          defaultValue="79185001234"
        />
        <SelectField
          name="refusedHamlet"
          label={fields.hamlet}
          options={hamlets}
          placeholder={fields.hamlet}
          error={fields.refused}
        />
        <TextareaField name="refusedNote" label={fields.note} error={fields.refused} />
        <TextField
          name="lockedName"
          label={fields.fullName}
          disabled
          defaultValue={samples.table.rows[1]?.name}
        />
        <SelectField name="lockedHamlet" label={fields.hamlet} options={hamlets} disabled />
        <Checkbox name="lockedSeen" label={fields.seen} disabled defaultChecked />
        <ActionBar>
          <SubmitButton>{fields.submit}</SubmitButton>
        </ActionBar>
      </div>
    </Card>
  );
}
