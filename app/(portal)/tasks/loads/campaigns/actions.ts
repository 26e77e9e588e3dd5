"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { addCampaign, cancelCampaign } from "@/lib/server/tasks/plan";

export async function enterCampaign(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { unitId, name, share } = Object.fromEntries(form);
  const [from, to] = ["from", "to"].map((day) => readDay(String(form.get(day) ?? "")));
  const result = await addCampaign({ unitId, name, from, to, share });
  if (!result.ok) return answerOf(result);
  revalidatePath("/tasks/loads", "layout");
  return { ok: true, message: (await getTranslator("loads.campaign"))("added") };
}

export async function endCampaign(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await cancelCampaign({ campaignId: form.get("campaignId") });
  if (!result.ok) return answerOf(result);
  revalidatePath("/tasks/loads", "layout");
  return { ok: true, message: (await getTranslator("loads.campaign"))("cancelled") };
}
