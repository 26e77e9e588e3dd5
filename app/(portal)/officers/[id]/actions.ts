"use server";

import { revalidatePath } from "next/cache";
import type { ActionResult } from "@/components/forms/result";
import { INVITE_HOURS } from "@/lib/domain/officers/new-officer";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { inviteLink } from "@/lib/server/access/invite-link";
import {
  inviteOfficer,
  setOfficerApprover,
  setOfficerDisabled,
} from "@/lib/server/officers/commands";

export async function setDisabled(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const disabled = form.get("disabled") === "yes";
  const officerId = form.get("officerId");
  const result = await setOfficerDisabled({ officerId, version: form.get("version"), disabled });
  if (!result.ok) return answerOf(result);
  const t = await getTranslator("officers.detail");
  revalidatePath(`/officers/${officerId}`);
  return { ok: true, message: t(disabled ? "disabledNow" : "enabledNow") };
}

export async function setApprover(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const approver = form.get("approver") === "yes";
  const officerId = form.get("officerId");
  const result = await setOfficerApprover({ officerId, version: form.get("version"), approver });
  if (!result.ok) return answerOf(result);
  const t = await getTranslator("approval.officer");
  revalidatePath(`/officers/${officerId}`);
  return { ok: true, message: t(approver ? "given" : "taken") };
}

type Invited = Answer<{ link: string; hours: number }> | null;

export async function invite(_: Invited, form: FormData): Promise<Invited> {
  const result = await inviteOfficer({ officerId: form.get("officerId") });
  if (!result.ok) return answerOf(result);
  return { ok: true, data: { link: inviteLink(result.data.token), hours: INVITE_HOURS } };
}
