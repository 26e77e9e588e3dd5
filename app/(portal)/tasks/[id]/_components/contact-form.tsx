"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { saveContact } from "@/app/(portal)/tasks/contact/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import {
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  type ContactKind,
  mayComeOf,
} from "@/lib/domain/tasks/contact";

interface ContactFormProps {
  task: { id: string; version: number };
  /** the task may wait for the day that was agreed on */
  mayHold: boolean;
}

/** What was tried and what came of it; the outcomes follow the way. */
function Tried() {
  const t = useTranslations("contact");
  const choose = useTranslations("common.field")("choose");
  const [kind, setKind] = useState<ContactKind>("phone");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="kind"
        scope="contact"
        label={t("section.kind")}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ContactKind)}
        options={CONTACT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectField
        key={kind}
        name="outcome"
        scope="contact"
        label={t("section.outcome")}
        placeholder={choose}
        required
        options={CONTACT_OUTCOMES.filter((one) => mayComeOf(kind, one)).map((value) => ({
          value,
          label: t(`outcome.${value}`),
        }))}
      />
    </div>
  );
}

/** The next appointment, and whether the task waits for it. */
function Appointment({ mayHold }: Pick<ContactFormProps, "mayHold">) {
  const t = useTranslations("contact.section");
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <TextField
        name="appointmentOn"
        scope="contact"
        inputMode="numeric"
        autoComplete="off"
        label={t("appointmentOn")}
        hint={t("appointmentHint")}
        optional
        onChange={(event) => setAgreed(event.currentTarget.value !== "")}
        className="max-w-md"
      />
      {mayHold && agreed ? <Checkbox name="hold" label={t("hold")} hint={t("holdHint")} /> : null}
    </div>
  );
}

/** A quick form for one attempt: two choices, a note, and the next appointment where there is one. */
export function ContactForm({ task, mayHold }: ContactFormProps) {
  const t = useTranslations("contact.section");
  const notify = useToast();
  const [saved, setSaved] = useState(0);
  const succeed = (message: string | undefined) => {
    if (message) notify({ message });
    // Begun anew: the next attempt is another one.
    setSaved(saved + 1);
  };
  return (
    <ActionForm key={saved} action={saveContact} onSuccess={succeed}>
      <div className="flex flex-col gap-4">
        <input type="hidden" name="taskId" value={task.id} />
        <input type="hidden" name="version" value={task.version} />
        <Tried />
        <TextareaField
          name="note"
          scope="contact"
          label={t("note")}
          hint={t("noteHint")}
          optional
          rows={2}
          maxLength={500}
        />
        <Appointment mayHold={mayHold} />
        <div>
          <SubmitButton variant="secondary">{t("save")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
