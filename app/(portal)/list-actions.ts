"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import {
  LISTS,
  type ListName,
  removeView,
  renameView,
  saveView,
  setDefaultView,
} from "@/lib/server/records/saved-views";
import { createSearch } from "@/lib/server/records/search";

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const listOf = (form: FormData): ListName =>
  LISTS.find((list) => list === text(form, "list")) ?? "tasks";

/** Keeps what is looked for, and goes to the list that finds it by its id alone. */
export async function searchList(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await createSearch({ q: text(form, "q") });
  if (!result.ok) return answerOf(result);
  const address = new URLSearchParams(text(form, "query"));
  address.set("search", result.data.id);
  redirect(`/${listOf(form)}?${address}`);
}

async function told(key: "savedNow" | "renamed" | "removed" | "changed") {
  for (const list of LISTS) {
    revalidatePath(`/${list}`);
    revalidatePath(`/${list}/views`);
  }
  return (await getTranslator("lists.saved"))(key);
}

export async function keepView(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const input = { list: listOf(form), name: text(form, "name"), query: text(form, "query") };
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
