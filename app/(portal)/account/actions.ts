"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { setOwnEmail } from "@/lib/server/access/email";
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

export async function saveEmail(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const email = String(form.get("email") ?? "").trim();
  const result = await setOwnEmail({ email });
  if (!result.ok) return answerOf(result);
  revalidatePath("/account");
  const t = await getTranslator("access.email");
  if (!email) return { ok: true, message: t("ended") };
  return { ok: true, message: t(result.data.mails ? "saved" : "kept") };
}
