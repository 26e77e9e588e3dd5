"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { applyChange, cancelChange } from "@/lib/server/units/changes";

type Told = Promise<Answer<unknown>>;

/** Asks for the change that was shown; what it says is checked again by the command. */
export async function apply(_: unknown, form: FormData): Told {
  const request: unknown = JSON.parse(String(form.get("request") ?? "null"));
  const result = await applyChange({ request, on: form.get("on") });
  if (!result.ok) return answerOf(result);
  return redirect(`/units/changes?asked=${result.data.now ? "now" : "later"}`);
}

export async function cancel(_: unknown, form: FormData): Told {
  const t = await getTranslator("units.change.history");
  const result = await cancelChange({ changeId: form.get("changeId") });
  revalidatePath("/units/changes");
  return answerOf(result, result.ok ? t("cancelled") : undefined);
}
