"use client";

import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { SelectOption } from "@/components/ui/select";
import type { Role } from "@/lib/domain/access/roles";

interface OfficerFieldsProps {
  roles: Role[];
  units: SelectOption[];
  /** What was sent before, for a browser without script. */
  typed?: Record<string, string>;
}

export function OfficerFields({ roles, units, typed = {} }: OfficerFieldsProps) {
  const t = useTranslations("officers.new");
  const names = useTranslations("access.role");
  const choose = useTranslations("common.field")("choose");
  return (
    <>
      <SelectField
        name="unitId"
        label={t("unit")}
        placeholder={choose}
        defaultValue={typed.unitId ?? ""}
        options={units}
        required
      />
      <SelectField
        name="role"
        label={t("role")}
        placeholder={choose}
        defaultValue={typed.role ?? ""}
        options={roles.map((role) => ({ value: role, label: names(role) }))}
        required
      />
      {/* Asked of hamlet teams only; by style, so that it needs no script. */}
      <TextField
        name="hamletName"
        label={t("hamlet")}
        hint={t("hamletHint")}
        defaultValue={typed.hamletName}
        maxLength={100}
        className="hidden group-has-[option[value=hamlet]:checked]/form:flex"
      />
      <TextField
        name="fullName"
        label={t("fullName")}
        defaultValue={typed.fullName}
        maxLength={100}
        required
      />
      <TextField
        name="username"
        label={t("username")}
        hint={t("usernameHint")}
        defaultValue={typed.username}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        required
      />
    </>
  );
}
