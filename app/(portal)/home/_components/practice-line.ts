import { getTranslator } from "@/lib/i18n/server";
import { findOwnPractice } from "@/lib/server/tasks/practice";
import type { WorkItem } from "./work-lines";

/** The practice, until it has been done once. */
export async function practiceLines(): Promise<WorkItem[]> {
  if (await findOwnPractice()) return [];
  const t = await getTranslator("practice.home");
  return [{ key: "practice", words: t("line"), href: "/practice" }];
}
