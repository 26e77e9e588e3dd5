"use client";

import { useTranslations } from "use-intl/react";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { ToldForm } from "@/components/forms/told-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { close, rename } from "../actions";

export interface NamedHamlet {
  id: string;
  name: string;
}

function RenameForm({ hamlet }: { hamlet: NamedHamlet }) {
  const t = useTranslations("hamlets.rename");
  return (
    <ToldForm action={rename} className="group/form flex flex-wrap items-end gap-3">
      <HiddenFields values={{ hamletId: hamlet.id }} />
      <TextField
        name="name"
        scope={hamlet.id}
        label={t("name")}
        defaultValue={hamlet.name}
        maxLength={100}
        required
        className="min-w-48 flex-1"
      />
      <SubmitButton variant="secondary">{t("send")}</SubmitButton>
    </ToldForm>
  );
}

function CloseForm({ hamlet, others }: { hamlet: NamedHamlet; others: readonly NamedHamlet[] }) {
  const t = useTranslations("hamlets.close");
  const options = [
    { value: "none", label: t("none") },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ToldForm action={close} className="group/form flex flex-wrap items-end gap-3">
      <HiddenFields values={{ hamletId: hamlet.id }} />
      <SelectField
        name="into"
        scope={hamlet.id}
        label={t("into")}
        options={options}
        className="min-w-48 flex-1"
      />
      <SubmitButton variant="danger">{t("send")}</SubmitButton>
    </ToldForm>
  );
}

/** What can be done with one hamlet, folded away until it is wanted. */
export function HamletForms({ hamlet, all }: { hamlet: NamedHamlet; all: readonly NamedHamlet[] }) {
  const t = useTranslations("hamlets");
  const others = all.filter(({ id }) => id !== hamlet.id);
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <details className="w-full sm:w-auto sm:flex-1">
        <summary className="w-fit cursor-pointer text-action">{t("rename.open")}</summary>
        <div className="mt-3">
          <RenameForm hamlet={hamlet} />
        </div>
      </details>
      <details className="w-full sm:w-auto sm:flex-1">
        <summary className="w-fit cursor-pointer text-action">{t("close.open")}</summary>
        <div className="mt-3">
          <CloseForm hamlet={hamlet} others={others} />
        </div>
      </details>
    </div>
  );
}
