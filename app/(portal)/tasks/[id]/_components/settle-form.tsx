"use client";

import { type KeyboardEvent, useActionState, useState } from "react";
import { useTranslations } from "use-intl/react";
import { confirm, reject, submit } from "@/app/(portal)/tasks/actions";
import { propose } from "@/app/(portal)/tasks/proposal-actions";
import { CompareRows } from "@/components/compare/compare-rows";
import {
  type CompareRow,
  type CompareValue,
  initialValue,
  settle,
} from "@/components/compare/settlement";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { keep } from "./stay";

interface SettleFormProps {
  task: { id: string; version: number; code: string };
  personId: string | null;
  rows: CompareRow[];
  mode: "submit" | "confirm" | "read";
  /** Police have confirmed: their values are what is proposed. */
  fromPolice: boolean;
  canReject: boolean;
}

/** What police confirmed is taken over as it stands, unless health decides otherwise. */
function startValue(rows: readonly CompareRow[], fromPolice: boolean): CompareValue {
  if (!fromPolice) return initialValue(rows);
  return Object.fromEntries(rows.map((row) => [row.field, settle(row, "registry")]));
}

function isSend(event: KeyboardEvent): boolean {
  return (
    event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
  );
}

/** Something was typed that neither side says: only police can confirm it. */
function isTyped(value: CompareValue): boolean {
  return Object.values(value).some((one) => one?.choice === "edit" && one.value.trim() !== "");
}

/** A field in which the two sides differ and nothing was chosen yet. */
function isOpen(rows: readonly CompareRow[], value: CompareValue): boolean {
  return rows.some(({ field, class: kind }) => kind !== "same" && !value[field]?.choice);
}

/** The side-by-side form: choices by field, then one button that settles the task. */
export function SettleForm({ task, personId, rows, mode, fromPolice, canReject }: SettleFormProps) {
  const t = useTranslations("tasks.action");
  const [value, setValue] = useState(() => startValue(rows, fromPolice));
  const [answer, send] = useActionState(mode === "confirm" ? confirm : submit, null);
  const [rejected, sendReject] = useActionState(reject, null);
  const [proposed, sendProposal] = useActionState(propose, null);
  const refused = [answer, rejected, proposed].find((one) => one && !one.ok);
  const change = (next: CompareValue) => {
    setValue(next);
    // Sides are taken with arrow keys too, which no field tells of.
    keep(task.id);
  };
  if (mode === "read") return <CompareRows rows={rows} value={value} />;
  return (
    <form
      action={send}
      onKeyDown={(event) => {
        if (!isSend(event)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      className="flex flex-col gap-4"
    >
      {refused && !refused.ok ? (
        <ErrorSummary message={refused.message} errors={fieldErrors(refused.fields)} />
      ) : null}
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="code" value={task.code} />
      <input type="hidden" name="personId" value={personId ?? ""} />
      <CompareRows rows={rows} value={value} onChange={change} autoFocus />
      {mode === "submit" && isTyped(value) ? (
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="secondary" formAction={sendProposal}>
            {t("propose")}
          </SubmitButton>
          <span className="text-sm text-quiet">{t("proposeHint")}</span>
        </div>
      ) : null}
      {isOpen(rows, value) ? <p className="text-sm text-quiet">{t("openHint")}</p> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton title={t("submitHint")}>{t(mode)}</SubmitButton>
        {canReject ? (
          <SubmitButton variant="secondary" formAction={sendReject}>
            {t("reject")}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  );
}

function fieldErrors(fields: Record<string, string> = {}) {
  return Object.entries(fields).map(([field, message]) => ({ id: `value.${field}`, message }));
}
