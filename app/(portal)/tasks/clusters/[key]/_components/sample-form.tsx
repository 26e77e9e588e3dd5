"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { check } from "../../actions";
import { SampleCard, type SampleView } from "./sample-card";

interface SampleFormProps {
  clusterKey: string;
  rule: string;
  seed: string;
  rows: SampleView[];
  /** others than the force's own officers only look */
  mayApply: boolean;
}

/** Ten records before and after, each with a word; sent together. */
export function SampleForm({ clusterKey, rule, seed, rows, mayApply }: SampleFormProps) {
  const t = useTranslations("clusters.sample");
  const cards = (
    <ol className="grid gap-4 lg:grid-cols-2">
      {rows.map((row) => (
        <li key={row.taskId}>
          <SampleCard row={row} asks={mayApply} />
        </li>
      ))}
    </ol>
  );
  if (!mayApply) return cards;
  return (
    <ActionForm action={check}>
      <input type="hidden" name="key" value={clusterKey} />
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="seed" value={seed} />
      {cards}
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <SubmitButton variant="primary">{t("send")}</SubmitButton>
        <p className="text-sm text-quiet">{t("hint")}</p>
      </div>
    </ActionForm>
  );
}
