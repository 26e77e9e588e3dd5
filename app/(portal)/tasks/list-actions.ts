"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { removeView, renameView, saveView, setDefaultView } from "@/lib/server/records/saved-views";
import { createSearch } from "@/lib/server/records/search";
import { TaskFilter } from "@/lib/server/tasks/list-filter";
import { planListed } from "@/lib/server/tasks/redistribute-plan";
import { createListedWorksheet } from "@/lib/server/tasks/worksheet-listed";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Keeps what is looked for, and goes to the list that finds it by its id alone. */
export async function searchTasks(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await createSearch({ q: text(form, "q") });
  if (!result.ok) return answerOf(result);
  const address = new URLSearchParams(text(form, "query"));
  address.set("search", result.data.id);
  redirect(`/tasks?${address}`);
}

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

async function told(key: "savedNow" | "renamed" | "removed" | "changed") {
  revalidatePath("/tasks");
  revalidatePath("/tasks/views");
  return (await getTranslator("lists.saved"))(key);
}

export async function keepView(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const input = { list: "tasks", name: text(form, "name"), query: text(form, "query") };
  const result = await saveView(input);
  return answerOf(result, result.ok ? await told("savedNow") : undefined);
}

export async function nameView(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await renameView({ id: text(form, "id"), name: text(form, "name") });
  return answerOf(result, result.ok ? await told("renamed") : undefined);
}

export async function dropView(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await removeView({ id: text(form, "id") });
  return answerOf(result, result.ok ? await told("removed") : undefined);
}

export async function openFirst(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await setDefaultView({ id: text(form, "id") });
  return answerOf(result, result.ok ? await told("changed") : undefined);
}
