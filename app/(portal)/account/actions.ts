"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { changePassword } from "@/lib/server/access/invites";

export async function change(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { current, next, again } = Object.fromEntries(form);
  if (next !== again) {
    const fields = { again: { code: "passwordDiffers" } };
    return answerOf({ ok: false, error: { code: "INVALID", fields } });
  }
  const result = await changePassword({ current, next });
  if (!result.ok) return answerOf(result);
  redirect("/sign-in?done=changed");
}
