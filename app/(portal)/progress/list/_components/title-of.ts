import { type LineFilter, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import { getTranslator } from "@/lib/i18n/server";

async function ofTasks({ resolution, state, late }: LineFilter): Promise<string> {
  const t = await getTranslator("progress");
  if (late) return t(`figure.${late}`, { days: STUCK_DAYS });
  if (resolution) return t(`figure.${resolution}`);
  if (!state) return t("list.open");
  return state === "closed" ? t("list.closed") : (await getTranslator("tasks.state"))(state);
}

/** What a list is called: the name of its figure, and of the class where one narrows it. */
export async function titleOf(filter: LineFilter): Promise<string> {
  const t = await getTranslator("progress");
  const { records, mainClass } = filter;
  const title = records ? t(`figure.${records}`) : await ofTasks(filter);
  if (!mainClass) return title;
  const words =
    records === "cleared"
      ? t(`clearedClass.${mainClass}`)
      : (await getTranslator("matching.class"))(mainClass);
  return t("list.ofClass", { title, class: words });
}
