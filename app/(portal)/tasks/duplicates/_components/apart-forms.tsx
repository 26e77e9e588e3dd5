"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { useSaidBy } from "@/app/(portal)/tasks/_components/said-by";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeApartBack, tellApart } from "../actions";

/** "Not the same person", of the records that are looked at. */
export function TellApartForm({
  records,
}: {
  records: readonly { recordId: string; version: number }[];
}) {
  const t = useTranslations("duplicates.apart");
  const [answer, send] = useActionState(tellApart, null);
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      {records.map(({ recordId, version }) => (
        <input key={recordId} type="hidden" name="record" value={`${recordId}:${version}`} />
      ))}
      <p className="text-sm text-quiet">{t("lead")}</p>
      <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
    </form>
  );
}

/** Takes it back: the records are proposed again. */
export function TakeBackForm({ decisionId }: { decisionId: string }) {
  const t = useTranslations("duplicates.apart");
  const [answer, send] = useActionState(useSaidBy(takeApartBack), null);
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      <input type="hidden" name="decisionId" value={decisionId} />
      <SubmitButton variant="secondary">{t("undo")}</SubmitButton>
    </form>
  );
}
