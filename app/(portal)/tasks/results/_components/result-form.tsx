"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { CONTACT_KINDS } from "@/lib/domain/tasks/contact";
import { FOUND_FIELDS, RESULT_KINDS, type ResultKind } from "@/lib/domain/tasks/worksheet/result";
import { saveResult } from "../actions";

/** What was found, field by field; only of whom was met. */
function FoundFields() {
  const t = useTranslations("contact");
  const numeric = (field: string) => field === "idNumber" || field === "phone";
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{t("results.values")}</legend>
      <p className="text-sm text-quiet">{t("results.valuesHint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {FOUND_FIELDS.map((field) => (
          <TextField
            key={field}
            name={field}
            label={t(`found.${field}`)}
            optional
            inputMode={numeric(field) ? "numeric" : undefined}
            autoComplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

function KindField({ onChange }: { onChange: (kind: ResultKind) => void }) {
  const t = useTranslations("contact");
  const choose = useTranslations("common.field")("choose");
  return (
    <SelectField
      name="kind"
      autoFocus
      label={t("results.kind")}
      placeholder={choose}
      required
      onChange={(event) => onChange(event.currentTarget.value as ResultKind)}
      options={RESULT_KINDS.map((value) => ({ value, label: t(`resultKind.${value}`) }))}
    />
  );
}

/** What came of the visit, behind one row code. */
export function ResultForm({ code }: { code: string }) {
  const t = useTranslations("contact");
  const [kind, setKind] = useState<ResultKind | "">("");
  const mayClose = kind !== "" && kind !== "found" && kind !== "deceased";
  return (
    <ActionForm action={saveResult} className="flex flex-col gap-4">
      <input type="hidden" name="code" value={code} />
      <div className="grid gap-4 sm:grid-cols-2">
        <KindField onChange={setKind} />
        <SelectField
          name="how"
          label={t("results.how")}
          defaultValue="visit"
          options={CONTACT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      {kind === "found" ? <FoundFields /> : null}
      <TextareaField
        name="note"
        label={t("results.note")}
        hint={t("results.noteHint")}
        optional
        rows={2}
        maxLength={500}
      />
      <TextField
        name="day"
        label={t("results.day")}
        hint={t("results.dayHint")}
        optional
        inputMode="numeric"
        autoComplete="off"
        className="max-w-md"
      />
      {mayClose ? (
        <Checkbox name="close" label={t("results.close")} hint={t("results.closeHint")} />
      ) : null}
      <div>
        <SubmitButton>{t("results.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
