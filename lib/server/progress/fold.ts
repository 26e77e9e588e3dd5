import "server-only";
import { callFunction } from "@/lib/server/core/db";

/** Folds what changed since the last time into the counters; figures are the same before and after. */
export async function foldProgress(): Promise<void> {
  await callFunction("select fold_progress()", []);
}
