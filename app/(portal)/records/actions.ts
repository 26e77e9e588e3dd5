"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { answerOf } from "@/lib/i18n/refusal";
import { createSearch } from "@/lib/server/records/search";

/** Keeps what is looked for, and goes to the list that finds it by its id alone. */
export async function searchRecords(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await createSearch({ q: String(form.get("q") ?? "") });
  if (!result.ok) return answerOf(result);
  redirect(`/records?search=${result.data.id}`);
}
