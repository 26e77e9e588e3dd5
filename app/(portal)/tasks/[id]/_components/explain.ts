import { explanationSentence } from "@/lib/i18n/explanation";
import { getTranslator } from "@/lib/i18n/server";
import type { TaskDetail } from "@/lib/server/tasks/detail";

/** The engine's own reasons, in one sentence. */
export async function explain(task: TaskDetail): Promise<string> {
  const t = await getTranslator("matching.explain");
  return task.explanation ? explanationSentence(t, task.explanation) : "";
}
