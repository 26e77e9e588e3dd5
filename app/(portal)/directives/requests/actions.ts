"use server";

import { redirect } from "next/navigation";
import type { ActionResult } from "@/components/forms/result";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { type FoundRecord, findRecords } from "@/lib/server/directives/request-records";
import { openRequestTask } from "@/lib/server/directives/request-task";
import { answerRequest, enterRequest, linkRequest } from "@/lib/server/directives/requests";

const textsOf = (form: FormData) => Object.fromEntries(form) as Record<string, unknown>;

/** Opens the request with its code on top. */
export async function enter(_: unknown, form: FormData): Promise<ActionResult> {
  const result = await enterRequest(textsOf(form));
  if (!result.ok) return answerOf(result);
  redirect(`/directives/requests/${result.data.requestId}?done=entered`);
}

/** What was found, straight into the form: neither names nor numbers come into an address. */
export type Found = Answer<{ records: FoundRecord[]; more: boolean }> | null;

export async function find(_: Found, form: FormData): Promise<Found> {
  return answerOf(await findRecords(textsOf(form)));
}

export async function link(_: unknown, form: FormData): Promise<ActionResult> {
  const result = await linkRequest(textsOf(form));
  if (!result.ok) return answerOf(result);
  redirect(`/directives/requests/${result.data.requestId}?done=linkedDone`);
}

export async function openTask(_: unknown, form: FormData): Promise<ActionResult> {
  const result = await openRequestTask(textsOf(form));
  if (!result.ok) return answerOf(result);
  redirect(`/directives/requests/${form.get("requestId")}?done=opened`);
}

export async function answer(_: unknown, form: FormData): Promise<ActionResult> {
  const result = await answerRequest(textsOf(form));
  if (!result.ok) return answerOf(result);
  redirect(`/directives/requests/${result.data.requestId}?done=answered`);
}
