"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { receiveHandover, signHandover } from "@/lib/server/handovers/commands";

/** Signs what waits and opens the list as a paper. */
export async function sign(): Promise<ActionResult> {
  const result = await signHandover({});
  if (!result.ok) return answerOf(result);
  redirect(`/handovers/${result.data.handoverId}?done=signed`);
}

/** Takes a list over; whoever was faster is named. */
export async function receive(_: unknown, form: FormData): Promise<ActionResult> {
  const handoverId = form.get("handoverId");
  const result = await receiveHandover({ handoverId, version: form.get("version") });
  if (!result.ok) return answerOf(result);
  redirect(`/handovers/${result.data.handoverId}?done=received`);
}
