import { assembleExplanation } from "@/lib/domain/matching/explain";
import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";
import type { TaskDetail } from "@/lib/server/tasks/detail";

/** The engine's own reasons, in one sentence. */
export async function explain(task: TaskDetail): Promise<string> {
  const t = await getTranslator("matching.explain");
  if (!task.explanation) return "";
  return assembleExplanation(task.explanation, (part) => codeText(t, part, "lead.review"));
}
