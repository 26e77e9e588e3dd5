"use client";

import { type ReactNode, useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { replay } from "../../../actions";

/** Asks for a shadow run; a refusal is said beside the button. */
export function ReplayButton({ version, children }: { version: string; children: ReactNode }) {
  const [answer, act] = useActionState(replay, null);
  return (
    <form action={act} className="flex flex-wrap items-center gap-3">
      {answer && !answer.ok ? (
        <output className="text-sm text-danger">{answer.message}</output>
      ) : null}
      <input type="hidden" name="version" value={version} />
      <SubmitButton size="sm" variant="secondary">
        {children}
      </SubmitButton>
    </form>
  );
}
