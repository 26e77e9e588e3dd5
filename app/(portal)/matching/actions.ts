"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { cancelRun, pauseRun, resumeRun, startRun } from "@/lib/server/matching/commands";

/** The field that a choice needs, where it needs one. */
const FIELD_OF: Record<string, string | undefined> = { batch: "batchId", area: "unitId" };

/** Starts a run over what was chosen and opens its page. */
export async function start(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const field = FIELD_OF[String(form.get("kind"))];
  const value = field ? form.get(field) : null;
  if (field && !value) return refuse(field);
  const result = await startRun(field ? { [field]: value } : { all: true });
  if (!result.ok) return answerOf(result);
  return redirect(`/matching/${result.data.runId}`);
}

async function refuse(field: string): Promise<ActionResult> {
  const t = await getTranslator("progress.run.new");
  const errors = await getTranslator("errors.code");
  const missing = t(field === "batchId" ? "batchMissing" : "areaMissing");
  return { ok: false, code: "INVALID", message: errors("INVALID"), fields: { [field]: missing } };
}

const CHANGES = { pause: pauseRun, resume: resumeRun, cancel: cancelRun } as const;

/** Pauses, resumes or cancels a run, by the button that was pressed. */
export async function change(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const runId = form.get("runId");
  const wanted = String(form.get("change"));
  if (!(wanted in CHANGES)) return { ok: true };
  const result = await CHANGES[wanted as keyof typeof CHANGES]({ runId });
  revalidatePath(`/matching/${String(runId)}`);
  return result.ok ? { ok: true } : answerOf(result);
}
