"use client";

import { useTranslations } from "use-intl/react";
import { DayField } from "@/components/forms/day-field";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Button } from "@/components/ui/button";
import type { Asked } from "./asked";

interface PrepareFormProps {
  asked: Asked;
  provinces: readonly { id: string; name: string }[];
}

function From({ asked }: { asked: Asked }) {
  const t = useTranslations("units.change");
  const { kind, from } = asked;
  if (kind === "rename" || kind === "split") {
    return (
      <TextField
        name="from"
        label={t("from.one")}
        hint={t("fromOne")}
        defaultValue={from}
        required
      />
    );
  }
  const label = kind === "merge" ? t("from.merge") : t("from.province");
  const hint = t("from.hint");
  return (
    <TextareaField name="from" label={label} hint={hint} defaultValue={from} rows={4} required />
  );
}

function Into({ asked, provinces }: PrepareFormProps) {
  const t = useTranslations("units.change.into");
  const { kind, into } = asked;
  if (kind === "province") {
    const options = provinces.map(({ id, name }) => ({ value: id, label: name }));
    return (
      <SelectField
        name="into"
        label={t("province")}
        options={options}
        defaultValue={into}
        required
      />
    );
  }
  if (kind === "split") {
    return (
      <TextareaField
        name="into"
        label={t("split")}
        hint={t("splitHint")}
        defaultValue={into}
        rows={4}
        required
      />
    );
  }
  const [label, hint] = kind === "merge" ? [t("merge"), t("hint")] : [t("rename"), t("renameHint")];
  return <TextField name="into" label={label} hint={hint} defaultValue={into} required />;
}

/** What is to change and from when: it goes into the address, and the page shows what would happen. */
export function PrepareForm({ asked, provinces }: PrepareFormProps) {
  const t = useTranslations("units.change");
  return (
    <form action="/units/changes" className="flex flex-col gap-4">
      <HiddenFields values={{ kind: asked.kind }} />
      <From asked={asked} />
      <Into asked={asked} provinces={provinces} />
      <DayField
        name="on"
        label={t("on")}
        hint={t("onHint")}
        defaultValue={asked.on || asked.notADay}
        required
      />
      <div>
        <Button type="submit" variant="primary">
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}
