"use client";

import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { SelectOption } from "@/components/ui/select";
import { FORCES } from "@/lib/domain/access/roles";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";

interface AssignFiltersProps {
  filter: {
    unit?: string;
    force?: string;
    mainClass?: string;
    officer?: string;
    overdue?: string;
  };
  /** only where the reader has several */
  units: SelectOption[];
  forces: boolean;
  officers: SelectOption[];
}

/** Which records: the filters live in the address. */
export function AssignFilters({ filter, units, forces, officers }: AssignFiltersProps) {
  const t = useTranslations("loads");
  const words = useTranslations("common.compare.class");
  return (
    <search aria-label={t("assign.filter")}>
      <form
        action="/tasks/assign"
        className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3"
      >
        {units.length > 0 ? (
          <SelectField
            name="unit"
            label={t("assign.unit")}
            placeholder={t("assign.anyUnit")}
            defaultValue={filter.unit ?? ""}
            options={units}
          />
        ) : null}
        {forces ? (
          <SelectField
            name="force"
            label={t("assign.forceLabel")}
            placeholder={t("assign.anyForce")}
            defaultValue={filter.force ?? ""}
            options={FORCES.map((value) => ({ value, label: t(`force.${value}`) }))}
          />
        ) : null}
        <SelectField
          name="mainClass"
          label={t("assign.class")}
          placeholder={t("assign.anyClass")}
          defaultValue={filter.mainClass ?? ""}
          options={DIFFERENCE_CLASSES.map((value) => ({ value, label: words(value) }))}
        />
        <SelectField
          name="officer"
          label={t("assign.officer")}
          placeholder={t("assign.anyOfficer")}
          defaultValue={filter.officer ?? ""}
          options={[{ value: "none", label: t("assign.nobody") }, ...officers]}
        />
        <Checkbox
          name="overdue"
          value="1"
          label={t("assign.overdue")}
          defaultChecked={filter.overdue === "1"}
        />
        <div>
          <Button type="submit" icon="filter">
            {t("assign.show")}
          </Button>
        </div>
      </form>
    </search>
  );
}
