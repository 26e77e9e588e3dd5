"use server";

import { revalidatePath } from "next/cache";
import { readDecimal } from "@/components/forms/exact-number";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { setSampling } from "@/lib/server/tasks/sampling-settings";

/** Shares are written in per cent on the form; scores and counts as they are. */
export async function save(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const number = (name: string) => readDecimal(String(form.get(name) ?? ""));
  const share = (name: string) => number(name) / 100;
  const result = await setSampling({
    version: form.get("version"),
    lowBelow: number("lowBelow"),
    middleBelow: number("middleBelow"),
    low: share("low"),
    middle: share("middle"),
    high: share("high"),
    newOfficer: share("newOfficer"),
    newUntil: number("newUntil"),
    oftenWrong: share("oftenWrong"),
    errorsAbove: share("errorsAbove"),
  });
  if (!result.ok) return answerOf(result);
  revalidatePath("/tasks/approvals/settings");
  return { ok: true, message: (await getTranslator("approval.settings"))("saved") };
}
