"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { setFirstPassword } from "@/lib/server/access/invites";

export async function choosePassword(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { token, password, again } = Object.fromEntries(form);
  if (password !== again) {
    const fields = { again: { code: "passwordDiffers" } };
    return answerOf({ ok: false, error: { code: "INVALID", fields } });
  }
  const result = await setFirstPassword({ token, password });
  if (!result.ok) return answerOf(result);
  redirect("/sign-in?done=set");
}
