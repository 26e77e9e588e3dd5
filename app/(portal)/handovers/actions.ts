"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { receiveHandover, signHandover } from "@/lib/server/handovers/commands";

/** What was ticked: "<task>_<version>", as the list was looked at. */
function chosenOf(form: FormData) {
  return form.getAll("task").map((value) => {
    const [taskId, version] = String(value).split("_");
    return { taskId, version };
  });
}

/** Signs what was looked at and opens the list as a paper. */
export async function sign(_: unknown, form: FormData): Promise<ActionResult> {
  const result = await signHandover({ tasks: chosenOf(form) });
  if (!result.ok) return answerOf(result);
  redirect(`/handovers/${result.data.handoverId}?done=signed`);
}

const REASON = /^reason\.(\d+)$/;

/** The lines that are not taken over, by the number in the name of each reason's field. */
function disputesOf(form: FormData) {
  return [...form].flatMap(([name, reason]) => {
    const lineNo = REASON.exec(name)?.[1];
    return lineNo ? [{ lineNo, reason: String(reason) }] : [];
  });
}

/** Puts a reason's problem back on its own field: the command knows it by its place in the list. */
function onItsField(answer: ActionResult, lines: readonly { lineNo: string }[]): ActionResult {
  if (answer.ok || !answer.fields) return answer;
  const fields = Object.entries(answer.fields).map(([name, words]) => {
    const at = /^disputes\.(\d+)\.reason$/.exec(name)?.[1];
    return [at ? `reason.${lines[Number(at)]?.lineNo}` : name, words];
  });
  return { ...answer, fields: Object.fromEntries(fields) };
}

/** Takes a list over, but for the lines that are disputed; whoever was faster is named. */
export async function receive(_: unknown, form: FormData): Promise<ActionResult> {
  const handoverId = form.get("handoverId");
  const disputes = disputesOf(form);
  const result = await receiveHandover({ handoverId, version: form.get("version"), disputes });
  if (!result.ok) return onItsField(await answerOf(result), disputes);
  redirect(`/handovers/${result.data.handoverId}?done=received`);
}
