"use client";

import { useActionState, useState } from "react";
import { useTranslations } from "use-intl/react";
import { report } from "@/app/(portal)/tasks/actions";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { EXPECTATIONS, MOST_WORDS, REPORT_REASONS } from "@/lib/domain/tasks/report";
import { useFunctionKey } from "./function-key";

interface ReportProps {
  task: { id: string; version: number; code: string };
  personId: string | null;
}

/** The two questions and the officer's own words. */
function ReportFields({ errors }: { errors: Record<string, string> }) {
  const t = useTranslations("tasks.report");
  const choose = useTranslations("common.field")("choose");
  return (
    <>
      <SelectField
        name="reason"
        data-first
        scope="report"
        label={t("reason")}
        placeholder={choose}
        required
        options={REPORT_REASONS.map((value) => ({ value, label: t(`reasonOf.${value}`) }))}
        error={errors.reason}
      />
      <SelectField
        name="expected"
        scope="report"
        label={t("expected")}
        placeholder={choose}
        required
        options={EXPECTATIONS.map((value) => ({ value, label: t(`expectedOf.${value}`) }))}
        error={errors.expected}
      />
      <TextareaField
        name="words"
        scope="report"
        label={t("words")}
        hint={t("wordsHint")}
        optional
        rows={3}
        maxLength={MOST_WORDS}
        error={errors.words}
      />
    </>
  );
}

/** Where the system is wrong and what it should have said. */
function ReportForm({ task, personId }: ReportProps) {
  const t = useTranslations("tasks.report");
  const [answer, send] = useActionState(report, null);
  const refused = answer && !answer.ok ? answer : null;
  return (
    <form action={send} className="flex flex-col gap-4">
      {refused ? <ErrorSummary message={refused.message} /> : null}
      <p className="text-quiet">{t("lead")}</p>
      <input type="hidden" name="taskId" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="code" value={task.code} />
      <input type="hidden" name="personId" value={personId ?? ""} />
      <ReportFields errors={refused?.fields ?? {}} />
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}

/** "Báo hệ thống nhầm": a button and F9 open the small form. */
export function ReportDialog(props: ReportProps) {
  const t = useTranslations("tasks.report");
  const [open, setOpen] = useState(false);
  useFunctionKey("F9", () => setOpen(true));
  return (
    <div>
      <Button aria-haspopup="dialog" aria-keyshortcuts="F9" onClick={() => setOpen(true)}>
        {t("button")} <Kbd>{t("key")}</Kbd>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>
        <ReportForm {...props} />
      </Dialog>
    </div>
  );
}
