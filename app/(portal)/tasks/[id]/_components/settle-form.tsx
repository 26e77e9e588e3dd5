"use client";

import { type FormEvent, useActionState, useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { reject } from "@/app/(portal)/tasks/actions";
import { propose } from "@/app/(portal)/tasks/proposal-actions";
import { CompareRows } from "@/components/compare/compare-rows";
import type { MarkedRow } from "@/components/compare/marked-row";
import type { CompareRow, CompareValue } from "@/components/compare/settlement";
import { ActionBar } from "@/components/ui/action-bar";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ScoreKit } from "@/lib/domain/matching/score-kit";
import type { SavedDraft } from "@/lib/domain/tasks/draft";
import { choicesOf } from "./choices-of";
import { ContactFields } from "./contact-fields";
import type { ChangedBy } from "./draft-conflict";
import { DraftLine } from "./draft-line";
import { DraftConflictLater } from "./later";
import { Reveal } from "./reveal";
import { useAhead } from "./use-ahead";
import { type Found, useCheck } from "./use-check";
import { useLiveScore } from "./use-live-score";
import { useSend } from "./use-send";
import { useSettlement } from "./use-settlement";

interface SettleFormProps {
  officerId: string;
  task: { id: string; version: number; code: string };
  personId: string | null;
  rows: MarkedRow[];
  kit: ScoreKit | null;
  mode: "submit" | "confirm";
  /** Police have confirmed: their values are what is proposed. */
  fromPolice: boolean;
  canReject: boolean;
  /** phone and address as the record has them, where this officer may change them */
  contact: { phone: string | null; address: string | null } | null;
  found: Found;
  draft: SavedDraft | null;
  changedBy: ChangedBy | null;
}

/** Something was typed that neither side says: only police can confirm it. */
function isTyped(value: CompareValue): boolean {
  return Object.values(value).some((one) => one?.choice === "edit" && one.value.trim() !== "");
}

/** A field in which the two sides differ and nothing was chosen yet. */
function isOpen(rows: readonly CompareRow[], value: CompareValue): boolean {
  return rows.some(({ field, class: kind }) => kind !== "same" && !value[field]?.choice);
}

/** Digits that are masked can be looked at in full, for a purpose. */
const isMasked = (value: string | null) => value?.includes("*") ?? false;

function RevealBelow({ taskId, personId, row, side }: RevealBelowProps) {
  const isRegistry = side === "registry";
  const shown = isRegistry ? row.registry : row.record;
  if (row.field !== "idNumber" || !isMasked(shown)) return null;
  if (isRegistry && (!personId || row.class === "same")) return null;
  return <Reveal taskId={taskId} field="idNumber" personId={isRegistry ? personId : null} />;
}

interface RevealBelowProps extends Pick<SettleFormProps, "personId"> {
  taskId: string;
  row: CompareRow;
  side: "record" | "registry";
}

function useBelow(taskId: string, personId: string | null) {
  return useCallback(
    (row: CompareRow, side: "record" | "registry") => (
      <RevealBelow taskId={taskId} personId={personId} row={row} side={side} />
    ),
    [taskId, personId],
  );
}

/** The side-by-side form: choices by field, then one button that settles the task. */
export function SettleForm(props: SettleFormProps) {
  const { task, personId, rows, mode, canReject, contact } = props;
  const t = useTranslations("tasks.action");
  const held = useSettlement({ ...props, stored: props.draft });
  const { value, keeper } = held;
  const check = useCheck(value, props.found, Object.keys(held.contact).length > 0);
  const live = useLiveScore({ taskId: task.id, ...props, value }, held.touched);
  const nextOf = useAhead(task.id);
  const { send, pending, refused } = useSend(keeper);
  const [rejected, sendReject] = useActionState(reject, null);
  const [proposed, sendProposal] = useActionState(propose, null);
  const said = refused ?? [rejected, proposed].find((one) => one && !one.ok);
  const below = useBelow(task.id, personId);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const body = { personId, choices: choicesOf(value, held.contact) };
    void send({ word: mode, task, body, nextId: nextOf() });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Refusal said={said} />
      {held.conflict ? (
        <DraftConflictLater
          draft={held.conflict.content}
          rows={rows}
          by={props.changedBy}
          onUse={held.useDraftAnyway}
          onDrop={held.dropDraft}
        />
      ) : null}
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="code" value={task.code} />
      <input type="hidden" name="personId" value={personId ?? ""} />
      <CompareRows
        rows={rows}
        value={value}
        onChange={held.changeValue}
        live={live}
        check={check}
        below={below}
        autoFocus={!held.conflict}
      />
      <ContactFields
        now={contact}
        value={held.contact}
        onChange={held.changeContact}
        check={(field, text) => check(field, { choice: text ? "edit" : null, value: text })}
      />
      {mode === "submit" && isTyped(value) ? <Propose action={sendProposal} /> : null}
      {isOpen(rows, value) ? <p className="text-sm text-quiet">{t("openHint")}</p> : null}
      <div className="flex flex-wrap items-center gap-3 max-md:contents">
        <ActionBar>
          <SubmitButton data-send pending={pending} title={t("submitHint")}>
            {t(mode)}
          </SubmitButton>
          {canReject ? (
            <SubmitButton variant="secondary" formAction={sendReject}>
              {t("reject")}
            </SubmitButton>
          ) : null}
        </ActionBar>
        <DraftLine kept={held.kept} restored={held.restored} onDrop={held.dropDraft} />
      </div>
    </form>
  );
}

type Said = { ok: true } | { ok: false; message: string; fields?: Record<string, string> };

function Refusal({ said }: { said: Said | null | undefined }) {
  if (!said || said.ok) return null;
  return <ErrorSummary message={said.message} errors={fieldErrors(said.fields)} />;
}

/** What was typed and neither side says goes to police. */
function Propose({ action }: { action: (form: FormData) => void }) {
  const t = useTranslations("tasks.action");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton variant="secondary" formAction={action}>
        {t("propose")}
      </SubmitButton>
      <span className="text-sm text-quiet">{t("proposeHint")}</span>
    </div>
  );
}

function fieldErrors(fields: Record<string, string> = {}) {
  return Object.entries(fields).map(([field, message]) => ({ id: `value.${field}`, message }));
}
