import type { LegendKey } from "@/components/compare/compare-legend";
import { getTranslator } from "@/lib/i18n/server";
import type { TaskDetail } from "@/lib/server/tasks/detail";

/** Keys besides those of the table that are in force on this task, in the order of how often they are wanted. */
export async function legendKeys({ candidates, events }: TaskDetail): Promise<LegendKey[]> {
  const t = await getTranslator("shortcuts.keyName");
  const does = await getTranslator("shortcuts.keyDoes");
  const givesUp = events.includes("cannotFind") || events.includes("giveUp");
  return [
    candidates.length > 1 ? { keys: [t("before"), t("after")], does: does("candidates") } : null,
    givesUp ? { keys: [t("giveUp")], does: does("giveUp") } : null,
    events.includes("reportSystem") ? { keys: [t("report")], does: does("report") } : null,
    { keys: [t("search")], does: does("search") },
  ].filter((line) => line !== null);
}
