"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { FormAction } from "@/components/forms/result";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

interface ListSearchProps {
  action: FormAction;
  /** Which list. */
  list: string;
  /** The address that the search is put into. */
  query: string;
}

/** Looks for people. It is sent in the body: names and numbers stay out of addresses. */
export function ListSearch({ action, list, query }: ListSearchProps) {
  const t = useTranslations("lists.search");
  return (
    <search aria-label={t("label")} className="w-full max-w-xl">
      <ActionForm action={action}>
        <HiddenFields values={{ list, query }} />
        <div className="flex gap-2">
          <Input
            id="field-q"
            type="search"
            name="q"
            aria-label={t("field")}
            placeholder={t("placeholder")}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
          />
          <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </search>
  );
}
