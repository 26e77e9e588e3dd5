"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { bringSheet } from "../actions";

/** A filled-in sheet; it is shown before anything is written. */
export function BringForm({ most }: { most: number }) {
  const t = useTranslations("contact.results");
  return (
    <ActionForm action={bringSheet}>
      <div className="flex flex-col gap-4">
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint", { most })}
          accept=".xlsx,.csv,.txt,.tsv"
          required
        />
        <div>
          <SubmitButton icon="upload" variant="secondary">
            {t("send")}
          </SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
