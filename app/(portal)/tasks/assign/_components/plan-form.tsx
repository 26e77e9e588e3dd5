"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { plan } from "../actions";

interface PlanFormProps {
  filter: Record<string, string | undefined>;
  officers: {
    id: string;
    fullName: string;
    role: string;
    tasks: number;
    minutes: number;
    absent: boolean;
  }[];
  /** the table of records, whose ticks belong to this form */
  children: ReactNode;
}

/** Which of the records, and to whom; nothing changes hands before the preview has been seen. */
export function PlanForm({ filter, officers, children }: PlanFormProps) {
  const t = useTranslations("loads");
  return (
    <ActionForm action={plan} className="flex flex-col gap-4">
      {Object.entries(filter).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <ChoiceGroup
          name="which"
          legend={t("assign.which")}
          chosen={["all"]}
          options={[
            { value: "all", label: t("assign.all") },
            { value: "ticked", label: t("assign.ticked") },
          ]}
        />
        <ChoiceGroup
          name="who"
          legend={t("assign.who")}
          chosen={["everybody"]}
          options={[
            { value: "everybody", label: t("assign.everybody") },
            { value: "chosen", label: t("assign.chosen") },
          ]}
        />
      </div>
      {officers.length > 0 ? (
        <ChoiceGroup
          name="officerId"
          kind="checkbox"
          legend={t("assign.officers")}
          options={officers.map(({ id, fullName: name, role, tasks, minutes, absent }) => ({
            value: id,
            label: t("assign.officerLine", {
              name,
              force: t(`force.${role as "health"}`),
              tasks,
              minutes,
            }),
            hint: absent ? t("assign.absent") : undefined,
            disabled: absent,
          }))}
        />
      ) : null}
      <div>
        <SubmitButton>{t("assign.preview")}</SubmitButton>
      </div>
      <Card flush className="max-md:[&_table]:p-3">
        {children}
      </Card>
    </ActionForm>
  );
}
