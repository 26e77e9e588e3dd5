"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { ValueCheck } from "@/components/compare/value-check";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContactValue } from "./choices-of";

interface ContactFieldsProps {
  /** as the record has them, the phone masked; null where they are not this officer's to change */
  now: Record<keyof ContactValue, string | null> | null;
  value: ContactValue;
  onChange: (value: ContactValue) => void;
  check: (field: keyof ContactValue, text: string) => ValueCheck;
}

interface OneProps extends ContactFieldsProps {
  field: keyof ContactValue;
}

function One({ field, now, value, onChange, check }: OneProps) {
  const t = useTranslations("workbench.contact");
  const { error, hints = [], offers = [] } = check(field, value[field] ?? "");
  const change = (text: string) => onChange({ ...value, [field]: text });
  const hint = [t("phoneHint", { value: now?.[field] ?? t("none") }), ...hints].join(" · ");
  return (
    <div className="flex flex-col gap-2">
      <Field name={field} scope="settle" label={t(field)} hint={hint} error={error}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            inputMode={field === "phone" ? "tel" : "text"}
            value={value[field] ?? ""}
            ref={(box) => box?.setCustomValidity(error ?? "")}
            onKeyDown={(event) => {
              // Enter ends a word for an input method: only Ctrl+Enter sends.
              if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
            }}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      </Field>
      {offers.map((offer) => (
        <Button key={offer.label} size="sm" onClick={() => change(offer.value)}>
          {offer.label}
        </Button>
      ))}
    </div>
  );
}

/** Phone and address, which are the station's own: closed until somebody wants to change them. */
export function ContactFields(props: ContactFieldsProps) {
  const t = useTranslations("workbench.contact");
  const touched = props.value.phone !== undefined || props.value.address !== undefined;
  const [open, setOpen] = useState(touched);
  if (!props.now) return null;
  if (!open && !touched) {
    return (
      <div>
        <Button size="sm" variant="quiet" icon="phone" onClick={() => setOpen(true)}>
          {t("change")}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-line p-4">
      <legend className="px-1 font-semibold">{t("title")}</legend>
      <p className="text-sm text-quiet">{t("lead")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <One {...props} field="phone" />
        <One {...props} field="address" />
      </div>
      <div>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            setOpen(false);
            props.onChange({});
          }}
        >
          {t("clear")}
        </Button>
      </div>
    </fieldset>
  );
}
