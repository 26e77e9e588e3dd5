"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { actOnListed } from "../list-actions";

export interface BulkActs {
  assign: boolean;
  print: boolean;
}

interface BulkActionsProps {
  acts: BulkActs;
  which: "ticked" | "whole";
}

/** What can be done with many tasks; the buttons belong to the form around the table. */
export function BulkActions({ acts, which }: BulkActionsProps) {
  const t = useTranslations("lists.bulk");
  const kinds = (["assign", "print"] as const).filter((kind) => acts[kind]);
  return kinds.map((kind) => (
    <SubmitButton
      key={kind}
      size="sm"
      variant="secondary"
      name="act"
      value={`${kind} ${which}`}
      icon={kind === "assign" ? "officers" : "print"}
    >
      {t(kind)}
    </SubmitButton>
  ));
}

interface BulkFormProps {
  acts: BulkActs;
  /** The filter, as the list's address says it. */
  query: string;
  /** How many the filter finds, in words; absent where it finds none. */
  count?: string;
  children: ReactNode;
}

/** The form around the table: ticked rows, or everything that the filter finds. */
export function BulkForm({ acts, query, count, children }: BulkFormProps) {
  const t = useTranslations("lists.bulk");
  if (!acts.assign && !acts.print) return children;
  return (
    <ActionForm action={actOnListed}>
      <HiddenFields values={{ query }} />
      {children}
      {count ? (
        <fieldset className="mt-4 flex flex-wrap items-center gap-3 text-sm">
          <legend className="sr-only">{t("label")}</legend>
          <span>{t("whole", { count })}</span>
          <BulkActions acts={acts} which="whole" />
        </fieldset>
      ) : null}
    </ActionForm>
  );
}
