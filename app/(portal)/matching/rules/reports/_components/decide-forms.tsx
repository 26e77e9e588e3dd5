"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import type { ActionResult } from "@/components/forms/result";
import { TextareaField } from "@/components/forms/textarea-field";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useToast } from "@/components/ui/toast";
import { rejectGroup, uphold } from "../../actions";

interface DecideProps {
  /** field, level and expected of the group: they name which reports are meant */
  group: Record<string, string>;
  kind: "uphold" | "reject";
}

type Action = (state: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** What was answered leaves the page together with its form: a notice says what became of it. */
function useSaid(action: Action): Action {
  const notify = useToast();
  return async (state, form) => {
    const answer = await action(state, form);
    if (answer.ok && answer.message) notify({ message: answer.message });
    return answer;
  };
}

/** One answer to a whole group of reports, with words to those who reported. */
export function DecideForm({ group, kind }: DecideProps) {
  const t = useTranslations("rules.reports");
  const [answer, act] = useActionState(useSaid(kind === "uphold" ? uphold : rejectGroup), null);
  const scope = `${kind}-${Object.values(group).join("-")}`;
  const refused = answer && !answer.ok ? answer : null;
  return (
    <details className="min-w-0 rounded-md border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{t(kind)}</summary>
      <form action={act} className="flex flex-col gap-3 p-4 pt-1">
        {refused ? (
          <Banner live tone="danger">
            {refused.message}
          </Banner>
        ) : null}
        {Object.entries(group).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextareaField
          name="note"
          scope={scope}
          label={t(`${kind}Note`)}
          hint={t(`${kind}Hint`)}
          optional={kind === "uphold"}
          error={refused?.fields?.note}
          rows={2}
          maxLength={1000}
        />
        <div>
          <SubmitButton variant={kind === "uphold" ? "primary" : "secondary"}>
            {t(`${kind}Send`)}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
