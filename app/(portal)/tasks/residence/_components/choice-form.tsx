"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { useSaidBy } from "@/app/(portal)/tasks/_components/said-by";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { choose } from "../actions";

interface ChoiceFormProps {
  /** What the file says of the place, and why it needs a choice. */
  group: Record<"commune" | "district" | "province" | "status" | "splitUnitId", string | null>;
  communes: { id: string; name: string }[];
}

/** Which commune of today a group of records belongs to. */
export function ChoiceForm({ group, communes }: ChoiceFormProps) {
  const t = useTranslations("tasks.residenceChoice");
  const [answer, send] = useActionState(useSaidBy(choose), null);
  const scope = Object.values(group).join("-");
  return (
    <form action={send} className="flex flex-wrap items-end gap-3">
      {Object.entries(group).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      <Field name="unitId" scope={scope} label={t("choose")} className="min-w-56 flex-1">
        {(control) => (
          <Select
            {...control}
            required
            placeholder={t("pick")}
            options={communes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <SubmitButton variant="secondary">{t("apply")}</SubmitButton>
      {answer && !answer.ok ? <Banner tone="danger">{answer.message}</Banner> : null}
    </form>
  );
}
