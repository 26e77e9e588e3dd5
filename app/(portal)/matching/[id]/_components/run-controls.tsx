"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RunState } from "@/lib/server/matching/run-row";
import { change } from "../../actions";

/** Buttons that pause, resume and cancel a run: those that its state allows. */
export function RunControls({ id, state }: { id: string; state: RunState }) {
  const t = useTranslations("progress.run.change");
  const paused = state === "paused";
  return (
    <ActionForm action={change}>
      <input type="hidden" name="runId" value={id} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          name="change"
          value={paused ? "resume" : "pause"}
          variant={paused ? "primary" : "secondary"}
        >
          {t(paused ? "resume" : "pause")}
        </SubmitButton>
        <SubmitButton name="change" value="cancel" variant="danger">
          {t("cancel")}
        </SubmitButton>
      </div>
      <p className="mt-2 text-sm text-quiet">{t(paused ? "pausedHint" : "hint")}</p>
    </ActionForm>
  );
}
