"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { checkSample } from "@/lib/server/tasks/bulk/check";
import {
  cancelBulk,
  pauseBulk,
  resumeBulk,
  startBulk,
  undoBulk,
} from "@/lib/server/tasks/bulk/commands";

const VERDICT = "verdict.";

/** Stores the sample's result and goes on to the bulk: to apply it, or to read why not. */
export async function check(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const verdicts: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name.startsWith(VERDICT)) verdicts[name.slice(VERDICT.length)] = value;
  }
  const text = (name: string) => form.get(name);
  const input = { key: text("key"), rule: text("rule"), seed: text("seed"), verdicts };
  const result = await checkSample(input);
  if (!result.ok) return answerOf(result);
  return redirect(`/tasks/clusters/runs/${result.data.bulkId}`);
}

const CHANGES = {
  start: startBulk,
  pause: pauseBulk,
  resume: resumeBulk,
  cancel: cancelBulk,
  undo: undoBulk,
} as const;

/** Starts, pauses, resumes, cancels or takes back a bulk, by the button that was pressed. */
export async function change(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const bulkId = form.get("bulkId");
  const wanted = String(form.get("change"));
  if (!(wanted in CHANGES)) return { ok: true };
  const result = await CHANGES[wanted as keyof typeof CHANGES]({ bulkId });
  revalidatePath(`/tasks/clusters/runs/${String(bulkId)}`);
  return result.ok ? { ok: true } : answerOf(result);
}
