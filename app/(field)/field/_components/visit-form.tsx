"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { Vault } from "@/components/offline/vault";
import type { Visit } from "@/components/offline/visits";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CONTACT_KINDS } from "@/lib/domain/tasks/contact";
import {
  type FoundField,
  MOST_NOTE,
  type ResultKind,
  type SheetResult,
} from "@/lib/domain/tasks/worksheet/result";
import { DropButton } from "./drop-button";
import { FoundFields } from "./found-fields";
import { ResultChoice } from "./result-choice";
import type { FormTarget } from "./use-form";
import { readVisit, type VisitProblems } from "./visit-input";

interface VisitFormProps {
  vault: Vault;
  target: FormTarget;
  onDone: () => void;
}

/** An edited visit is another one: the portal may have taken the first already. */
async function keep(vault: Vault, target: FormTarget, result: SheetResult): Promise<void> {
  const { id: taskId, version, name, replaces } = target;
  const visit: Visit = { taskId, version, name, at: new Date().toISOString(), result };
  await vault.put("outbox", crypto.randomUUID(), visit);
  if (replaces) await vault.remove(replaces.shelf, replaces.id);
}

function Head({ target, onDone }: Omit<VisitFormProps, "vault">) {
  const t = useTranslations("offline");
  const title = useRef<HTMLHeadingElement>(null);
  // The list has gone from under the thumb: whoever listens is told where they are now.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <div>
      <Button variant="quiet" icon="chevronLeft" onClick={onDone} className="-ml-4">
        {t("form.back")}
      </Button>
      <h2 ref={title} tabIndex={-1} className="text-lg outline-none">
        {target.name ?? t("field.nobody")}
      </h2>
      {target.address ? <p className="text-quiet">{target.address}</p> : null}
    </div>
  );
}

/** Whom nobody could be asked about; who has died is proposed to be closed as it is. */
const MAY_CLOSE: readonly ResultKind[] = ["notHome", "moved", "unknown"];

interface AnswersProps {
  before: SheetResult | null;
  kind: ResultKind | null;
  onKind: (kind: ResultKind) => void;
  problems: VisitProblems;
}

function Answers({ before, kind, onKind, problems }: AnswersProps) {
  const t = useTranslations("contact");
  return (
    <>
      <ResultChoice chosen={kind} onChoose={onKind} error={problems.kind} />
      {kind === "found" ? <FoundFields values={before?.values ?? {}} problems={problems} /> : null}
      <SelectField
        name="how"
        label={t("results.how")}
        defaultValue={before?.how ?? "visit"}
        options={CONTACT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextareaField
        name="note"
        label={t("results.note")}
        hint={t("results.noteHint")}
        optional
        rows={3}
        maxLength={MOST_NOTE}
        defaultValue={before?.note}
      />
      {kind && MAY_CLOSE.includes(kind) ? (
        <Checkbox
          name="close"
          label={t("results.close")}
          hint={t("results.closeHint")}
          defaultChecked={before?.close}
        />
      ) : null}
    </>
  );
}

/** What came of the visit. It is kept on the device first, whatever the connection does. */
export function VisitForm({ vault, target, onDone }: VisitFormProps) {
  const t = useTranslations("offline.form");
  const { before, replaces } = target;
  const [kind, setKind] = useState<ResultKind | null>(before?.kind ?? null);
  const [problems, setProblems] = useState<VisitProblems>({});
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readVisit(new FormData(event.currentTarget), before?.day ?? null);
    if (!read.ok) {
      setProblems(read.problems);
      const first = Object.keys(read.problems)[0] as FoundField | "kind";
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    await keep(vault, target, read.result);
    onDone();
  };
  const drop = async () => {
    if (replaces) await vault.remove(replaces.shelf, replaces.id);
    onDone();
  };
  return (
    <form
      noValidate
      onSubmit={save}
      // What has the focus must not lie under the header or the bar with the button.
      className="flex flex-col gap-5 [&_:is(input,select,textarea)]:scroll-mb-16"
    >
      <Head target={target} onDone={onDone} />
      <Answers before={before} kind={kind} onKind={setKind} problems={problems} />
      <div className="sticky bottom-0 -mx-4 flex gap-3 border-t border-line bg-paper px-4 py-3 short:static">
        {replaces ? <DropButton label={t("drop")} onDrop={drop} /> : null}
        <Button type="submit" variant="primary" size="lg" className="flex-1">
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
