"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { TaskFilter } from "@/lib/server/tasks/list-filter";
import { planListed } from "@/lib/server/tasks/redistribute-plan";
import { createListedWorksheet } from "@/lib/server/tasks/worksheet-listed";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Assigning or printing what was ticked, or all that the filter finds; the server finds it anew. */
export async function actOnListed(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const [act, which] = text(form, "act").split(" ");
  const asked = Object.fromEntries(new URLSearchParams(text(form, "query")));
  const filter = TaskFilter.parse(asked);
  const input = { filter, taskIds: which === "whole" ? undefined : form.getAll("taskId") };
  if (act === "print") {
    const made = await createListedWorksheet(input);
    if (!made.ok) return answerOf(made);
    redirect(`/tasks/worksheet/${made.data.worksheetId}?left=${made.data.left}`);
  }
  const planned = await planListed(input);
  if (!planned.ok) return answerOf(planned);
  redirect(`/tasks/assign/${planned.data.id}?left=${planned.data.left}`);
}
