"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { find } from "@/app/(portal)/directives/requests/actions";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { FoundRecords } from "./found-records";

interface FindFormProps {
  request: { id: string; version: number };
  /** there is a record already */
  again: boolean;
}

/** Looks for the record by code, number or name; what was typed stays out of addresses. */
export function FindForm({ request, again }: FindFormProps) {
  const t = useTranslations("requests.record");
  const [found, send] = useActionState(find, null);
  const refused = found && !found.ok ? found : null;
  const title = t(again ? "searchAgain" : "search");
  return (
    <details open={!again} className="rounded-md border border-line">
      <summary className="min-h-11 px-4 py-2.5 font-semibold">{title}</summary>
      <div className="flex flex-col gap-4 p-4 pt-1">
        <form action={send} className="flex flex-col gap-3">
          {refused ? <ErrorSummary message={refused.message} /> : null}
          <input type="hidden" name="requestId" value={request.id} />
          <Field name="text" label={t("text")} hint={t("textHint")} error={refused?.fields?.text}>
            {(control) => <Input {...control} maxLength={200} autoComplete="off" required />}
          </Field>
          <div>
            <SubmitButton variant="secondary">{t("find")}</SubmitButton>
          </div>
        </form>
        {found?.ok ? <FoundRecords request={request} {...found.data} /> : null}
      </div>
    </details>
  );
}
