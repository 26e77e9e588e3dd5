"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DoseQuestion } from "@/lib/domain/records/dose-union";
import type { MergeWarning } from "@/lib/domain/tasks/likeness";
import { formatDate } from "@/lib/i18n/format";
import { merge } from "../actions";

export interface MergeFormProps {
  records: {
    recordId: string;
    version: number;
    code: string;
    fullName: string | null;
    busy: boolean;
  }[];
  questions: DoseQuestion[];
  warnings: MergeWarning[];
}

/** What the records disagree about, and what may be answered. */
function Question({ question, at }: { question: DoseQuestion; at: number }) {
  const t = useTranslations("duplicates.form");
  const [first] = question.doses;
  const noDay = question.kind === "noDay";
  const named = question.doses.map(({ id, vaccine, lot }) => ({
    value: id,
    label: [vaccine ?? t("noVaccine"), lot].filter(Boolean).join(" · "),
  }));
  const options = noDay
    ? [
        { value: "none", label: t("none") },
        { value: "all", label: t("own") },
      ]
    : [...named, { value: "all", label: t("all") }];
  const day = first?.date ? t("vaccine", { date: formatDate(first.date) }) : t("vaccineNoDay");
  const legend = noDay ? t("noDay", { no: first?.number ?? 1 }) : day;
  return (
    <>
      <input type="hidden" name="question" value={question.key} />
      <ChoiceGroup name={`answer.${at}`} legend={legend} options={options} required />
    </>
  );
}

function Warnings({ warnings }: { warnings: readonly MergeWarning[] }) {
  const t = useTranslations("duplicates");
  if (warnings.length === 0) return null;
  return (
    <Banner tone="waiting" title={t("warnings")}>
      <ul className="list-disc pl-5">
        {warnings.map((warning) => (
          <li key={warning}>{t(`warning.${warning}`)}</li>
        ))}
      </ul>
      <Checkbox name="checked" required label={t("form.checked")} />
    </Banner>
  );
}

/** One stays; what is unclear is answered before the others close. */
export function MergeForm({ records, questions, warnings }: MergeFormProps) {
  const t = useTranslations("duplicates");
  const [answer, send] = useActionState(merge, null);
  const options = records.map(({ recordId, code, fullName, busy }) => ({
    value: recordId,
    label: t("form.staysOption", { code, name: fullName ?? t("noName") }),
    hint: busy ? t("form.busy") : undefined,
  }));
  return (
    <form action={send} className="flex flex-col gap-4">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      {records.map(({ recordId, version }) => (
        <input key={recordId} type="hidden" name="record" value={`${recordId}:${version}`} />
      ))}
      <ChoiceGroup name="stays" legend={t("form.stays")} options={options} required />
      {questions.map((question, at) => (
        <Question key={question.key} question={question} at={at} />
      ))}
      <Warnings warnings={warnings} />
      <p className="text-sm text-quiet">{t("form.after")}</p>
      <div>
        <SubmitButton>{t("form.submit")}</SubmitButton>
      </div>
    </form>
  );
}
