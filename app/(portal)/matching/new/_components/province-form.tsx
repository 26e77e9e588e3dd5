"use client";

import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/select";

/** Narrows three thousand communes to those of one province, by the address of the page. */
export function ProvinceForm({
  chosen,
  provinces,
}: {
  chosen?: string;
  provinces: SelectOption[];
}) {
  const t = useTranslations("progress.run.new");
  return (
    <form action="/matching/new" className="mb-6 flex flex-wrap items-end gap-3">
      <SelectField
        name="province"
        label={t("province")}
        hint={t("provinceHint")}
        placeholder={t("allProvinces")}
        defaultValue={chosen ?? ""}
        options={provinces}
        className="min-w-60 flex-1"
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <Button type="submit">{t("showCommunes")}</Button>
    </form>
  );
}
