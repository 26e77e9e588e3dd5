"use client";

import type { ChangeEvent, ReactNode } from "react";
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
    unitName: string;
  }[];
  /** the table of records, whose ticks belong to this form */
  children: ReactNode;
}

/** Who ticks a record means the ticked ones. */
function followTicks({ target, currentTarget }: ChangeEvent<HTMLFormElement>) {
  if (target.type !== "checkbox" || target.name === "officerId" || !target.checked) return;
  const which = currentTarget.elements.namedItem("which");
  if (which instanceof RadioNodeList) which.value = "ticked";
}

/** Shown once some of them are to be chosen; a unit's name where there are several. */
function Officers({ officers }: Pick<PlanFormProps, "officers">) {
  const t = useTranslations("loads");
  const several = new Set(officers.map(({ unitName }) => unitName)).size > 1;
  return (
    <div className="hidden group-has-[[value=chosen]:checked]/plan:block">
      <ChoiceGroup
        name="officerId"
        kind="checkbox"
        legend={t("assign.officers")}
        options={officers.map(({ id, fullName: name, role, absent, unitName, ...load }) => ({
          value: id,
          label: t("assign.officerLine", {
            name: several ? `${name}, ${unitName}` : name,
            force: t(`force.${role as "health"}`),
            ...load,
          }),
          hint: absent ? t("assign.absent") : undefined,
          disabled: absent,
        }))}
      />
    </div>
  );
}

/** Which of the records, and to whom; nothing changes hands before the preview has been seen. */
export function PlanForm({ filter, officers, children }: PlanFormProps) {
  const t = useTranslations("loads");
  return (
    <ActionForm action={plan} onChange={followTicks} className="group/plan flex flex-col gap-4">
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
      <Officers officers={officers} />
      <div>
        <SubmitButton>{t("assign.preview")}</SubmitButton>
      </div>
      <Card flush="table">{children}</Card>
    </ActionForm>
  );
}
