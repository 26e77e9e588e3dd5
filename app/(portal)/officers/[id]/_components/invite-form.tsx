"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { MadeLink } from "../../_components/made-link";
import { invite } from "../actions";

interface InviteFormProps {
  officerId: string;
}

export function InviteForm({ officerId }: InviteFormProps) {
  const t = useTranslations("officers");
  const [answer, send] = useActionState(invite, null);
  return (
    <form action={send} className="flex flex-col gap-4">
      {answer?.ok ? <MadeLink title={t("link.remade")} {...answer.data} /> : null}
      {answer && !answer.ok ? <ErrorSummary message={answer.message} /> : null}
      <input type="hidden" name="officerId" value={officerId} />
      <div>
        <SubmitButton variant="secondary" icon="key">
          {t("detail.invite")}
        </SubmitButton>
      </div>
    </form>
  );
}
