"use client";

import { useTranslations } from "use-intl/react";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import type { Asked } from "./asked";

interface HamletPartsProps {
  asked: Asked;
  parts: readonly string[];
  hamlets: readonly { id: string; name: string; records: number }[];
}

/** To which part of a divided commune each hamlet goes with its people. */
export function HamletParts({ asked, parts, hamlets }: HamletPartsProps) {
  const t = useTranslations("units.change");
  const { kind, from, into, on } = asked;
  const options = parts.map((label, at) => ({ value: String(at), label }));
  return (
    <form action="/units/changes" className="flex flex-col gap-4">
      <HiddenFields values={{ kind, from, into, on }} />
      <div className="grid gap-4 sm:grid-cols-2">
        {hamlets.map(({ id, name, records }) => (
          <SelectField
            key={id}
            name={`hamlet.${id}`}
            label={t("hamletPart", { name, count: records })}
            options={options}
            placeholder={t("hamletNone")}
            defaultValue={asked.hamlets[id] === undefined ? "" : String(asked.hamlets[id])}
          />
        ))}
      </div>
      <div>
        <Button type="submit">{t("previewAgain")}</Button>
      </div>
    </form>
  );
}
