"use client";

import { useTranslations } from "use-intl/react";
import { TextField } from "@/components/forms/text-field";
import { SubmitButton } from "@/components/ui/submit-button";

/** The code as it is read from the sheet; it says nothing by itself and may stand in the address. */
export function CodeForm({ code, error }: { code?: string; error?: string }) {
  const t = useTranslations("contact.results");
  return (
    <form action="/tasks/results" className="flex flex-wrap items-end gap-3">
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        error={error}
        defaultValue={code}
        required
        // What comes next is the result of the line that was found.
        autoFocus={!code || error !== undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="min-w-60 font-mono"
      />
      <SubmitButton variant="secondary" icon="search">
        {t("find")}
      </SubmitButton>
    </form>
  );
}
