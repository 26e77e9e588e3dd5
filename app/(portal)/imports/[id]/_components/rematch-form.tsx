"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { rematch } from "../actions";

/** Compares the batch again, with the registry as it is now. */
export function RematchForm({ batchId, label }: { batchId: string; label: string }) {
  const [answer, send] = useActionState(rematch, null);
  return (
    <form action={send} className="flex flex-col gap-2">
      <input type="hidden" name="batchId" value={batchId} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
      {answer && !answer.ok ? <Banner tone="waiting">{answer.message}</Banner> : null}
    </form>
  );
}
