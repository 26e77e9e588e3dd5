"use server";

import { revalidatePath } from "next/cache";
import { goOn } from "@/app/(portal)/tasks/_components/go-on";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { formatDate } from "@/lib/i18n/format";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { recordContact } from "@/lib/server/tasks/contact";
import { cannotFind, giveUp } from "@/lib/server/tasks/propose";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
};

/** One attempt to reach the person; the officer stays with the task. */
export async function saveContact(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await recordContact({
    taskId: text(form, "taskId"),
    version: text(form, "version"),
    kind: text(form, "kind"),
    outcome: text(form, "outcome"),
    note: text(form, "note"),
    appointmentOn: readDay(text(form, "appointmentOn") ?? ""),
    hold: form.get("hold") === "on",
  });
  if (!result.ok) return answerOf(result);
  revalidatePath(`/tasks/${result.data.taskId}`);
  const t = await getTranslator("contact.section");
  const { attempts, until } = result.data;
  const saved = t("saved", { attempts });
  if (!until) return { ok: true, message: saved };
  return { ok: true, message: `${saved} ${t("heldUntil", { date: formatDate(until) })}` };
}

/** "Không đủ thông tin": to whoever approves, and on to the next task. */
export async function proposeClosing(
  _: Answer<unknown> | null,
  form: FormData,
): Promise<Answer<unknown> | null> {
  const command = form.get("event") === "giveUp" ? giveUp : cannotFind;
  const result = await command({
    next: true,
    taskId: text(form, "taskId"),
    version: text(form, "version"),
    proposed: text(form, "proposed"),
    comment: text(form, "comment"),
  });
  if (!result.ok) return answerOf(result);
  const { state, version, next } = result.data;
  return goOn(form, { said: state, version, next });
}
