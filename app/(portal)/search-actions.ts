"use server";

import { findTaskByCode } from "@/lib/server/tasks/by-code";

/** Where the task of a record is, by its code. Sent in the body: what people look for stays out of addresses. */
export async function findByCode(text: string): Promise<string | null> {
  const id = await findTaskByCode(String(text).slice(0, 40));
  return id ? `/tasks/${id}` : null;
}
