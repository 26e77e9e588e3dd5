"use client";

import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BulkPhase, BulkState } from "@/lib/domain/tasks/bulk-outcome";
import { change } from "../../../actions";

interface RunControlsProps {
  id: string;
  state: BulkState;
  phase: BulkPhase;
  /** how many tasks the cluster has now, where the bulk waits to be applied */
  count: number | null;
}

/** Buttons that apply, pause, resume and cancel a bulk: those that its state allows. */
export function RunControls({ id, state, phase, count }: RunControlsProps) {
  const moves = state === "queued" || state === "running";
  if (state !== "ready" && state !== "paused" && !moves) return null;
  return (
    <ActionForm action={change}>
      <input type="hidden" name="bulkId" value={id} />
      {state === "ready" ? (
        <Start count={count} />
      ) : (
        <Underway paused={state === "paused"} cancels={phase === "apply"} />
      )}
    </ActionForm>
  );
}

function Start({ count }: { count: number | null }) {
  const t = useTranslations("clusters.run");
  return (
    <SubmitButton name="change" value="start" variant="primary">
      {count === null ? t("startPlain") : t("start", { count })}
    </SubmitButton>
  );
}

/** An undo is paused, never left half done for good. */
function Underway({ paused, cancels }: { paused: boolean; cancels: boolean }) {
  const t = useTranslations("clusters.run");
  const change = paused ? "resume" : "pause";
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="change" value={change} variant={paused ? "primary" : "secondary"}>
          {t(change)}
        </SubmitButton>
        {cancels ? (
          <SubmitButton name="change" value="cancel" variant="danger">
            {t("cancel")}
          </SubmitButton>
        ) : null}
      </div>
      {cancels ? (
        <p className="mt-2 text-sm text-quiet">{t(paused ? "pausedHint" : "hint")}</p>
      ) : null}
    </>
  );
}

/** Takes the whole back. */
export function UndoForm({ id, until }: { id: string; until: string }) {
  const t = useTranslations("clusters.run");
  return (
    <ActionForm action={change}>
      <input type="hidden" name="bulkId" value={id} />
      <SubmitButton name="change" value="undo" variant="secondary">
        {t("undo")}
      </SubmitButton>
      <p className="mt-2 text-sm text-quiet">{t("undoHint", { until })}</p>
    </ActionForm>
  );
}
