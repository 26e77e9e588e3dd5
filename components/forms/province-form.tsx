"use client";

import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/select";

interface ProvinceFormProps {
  /** The page that shows the units of the chosen province. */
  action: string;
  chosen?: string;
  provinces: SelectOption[];
  words: { label: string; hint: string; placeholder: string; send: string };
}

/** Narrows three thousand communes to those of one province, by the address of the page. */
export function ProvinceForm({ action, chosen, provinces, words }: ProvinceFormProps) {
  return (
    <form action={action} className="mb-6 flex flex-wrap items-end gap-3">
      <SelectField
        name="province"
        label={words.label}
        hint={words.hint}
        placeholder={words.placeholder}
        defaultValue={chosen ?? ""}
        options={provinces}
        className="min-w-60 flex-1"
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <Button type="submit">{words.send}</Button>
    </form>
  );
}
