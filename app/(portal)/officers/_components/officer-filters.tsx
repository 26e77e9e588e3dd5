"use client";

import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";
import { ROLES } from "@/lib/domain/access/roles";

interface OfficerFiltersProps {
  filter: { q?: string; role?: string; state?: string };
}

/** The filters live in the address: a plain form that asks for it. */
export function OfficerFilters({ filter }: OfficerFiltersProps) {
  const t = useTranslations("officers");
  const roles = useTranslations("access.role");
  const search = useTranslations("common.actions")("search");
  const states = ["open", "disabled"] as const;
  return (
    <search aria-label={t("filter.label")}>
      <form
        action="/officers"
        className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(14rem,2fr)_1fr_1fr_auto]"
      >
        <TextField
          name="q"
          type="search"
          label={t("filter.words")}
          defaultValue={filter.q}
          maxLength={100}
        />
        <SelectField
          name="role"
          label={t("filter.role")}
          placeholder={t("filter.anyRole")}
          defaultValue={filter.role ?? ""}
          options={ROLES.map((role) => ({ value: role, label: roles(role) }))}
        />
        <SelectField
          name="state"
          label={t("filter.state")}
          placeholder={t("filter.anyState")}
          defaultValue={filter.state ?? ""}
          options={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
        <Button type="submit" icon="search">
          {search}
        </Button>
      </form>
    </search>
  );
}
