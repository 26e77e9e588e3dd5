"use client";

import { useTranslations } from "use-intl/react";
import { TextField } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";

/** The words looked for live in the address: a plain form that asks for it. */
export function UnitSearch({ text }: { text: string }) {
  const t = useTranslations("units.page");
  const search = useTranslations("common.actions")("search");
  return (
    <search>
      <form action="/units" className="mb-6 flex max-w-xl flex-wrap items-end gap-3">
        <TextField
          name="q"
          type="search"
          label={t("search")}
          hint={t("searchHint")}
          defaultValue={text}
          maxLength={100}
          className="min-w-56 flex-1"
        />
        <Button type="submit" variant="primary" icon="search">
          {search}
        </Button>
      </form>
    </search>
  );
}
