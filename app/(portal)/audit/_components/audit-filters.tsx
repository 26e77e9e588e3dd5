"use client";

import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/select";

interface AuditFiltersProps {
  filter: { command?: string; result?: string };
  commands: SelectOption[];
}

/** The filters live in the address: a plain form that asks for it. */
export function AuditFilters({ filter, commands }: AuditFiltersProps) {
  const t = useTranslations("audit");
  const search = useTranslations("common.actions")("search");
  const results = ["done", "refused"] as const;
  return (
    <search aria-label={t("filter.label")}>
      <form
        action="/audit"
        className="mb-5 grid items-end gap-3 sm:grid-cols-[minmax(14rem,22rem)_minmax(10rem,14rem)_auto] sm:justify-start"
      >
        <SelectField
          name="command"
          label={t("filter.command")}
          placeholder={t("filter.anyCommand")}
          defaultValue={filter.command ?? ""}
          options={commands}
        />
        <SelectField
          name="result"
          label={t("filter.result")}
          placeholder={t("filter.anyResult")}
          defaultValue={filter.result ?? ""}
          options={results.map((result) => ({ value: result, label: t(`result.${result}`) }))}
        />
        <Button type="submit" icon="search">
          {search}
        </Button>
      </form>
    </search>
  );
}
