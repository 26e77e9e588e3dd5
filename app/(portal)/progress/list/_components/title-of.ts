import { type LineFilter, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import type { QualityFigure } from "@/lib/domain/progress/quality";
import { getTranslator } from "@/lib/i18n/server";
import { dayFilter } from "./day-filter";
import { happeningTitle } from "./day-words";
import { toldBy } from "./quality-words";

async function ofTasks({ resolution, state, late }: LineFilter): Promise<string> {
  const t = await getTranslator("progress");
  if (late) return t(`figure.${late}`, { days: STUCK_DAYS });
  if (resolution) return t(`figure.${resolution}`);
  if (!state) return t("list.open");
  return state === "closed" ? t("list.closed") : (await getTranslator("tasks.state"))(state);
}

async function ofQuality(figure: QualityFigure): Promise<string> {
  const t = await getTranslator("progress.list.quality");
  const told = toldBy(figure);
  if (told.kind !== "contact") return t(`title.${told.figure}`);
  const outcome = (await getTranslator("contact.outcome"))(told.outcome);
  return t("title.contact", { outcome });
}

/** What a list is called: the name of its figure, and of the class where one narrows it. */
export async function titleOf(filter: LineFilter): Promise<string> {
  const t = await getTranslator("progress");
  const { records, mainClass, quality } = filter;
  const of = dayFilter(filter);
  if (of) return happeningTitle(of.happened);
  if (quality) return ofQuality(quality);
  const title = records ? t(`figure.${records}`) : await ofTasks(filter);
  if (!mainClass) return title;
  const words =
    records === "cleared"
      ? t(`clearedClass.${mainClass}`)
      : (await getTranslator("matching.class"))(mainClass);
  return t("list.ofClass", { title, class: words });
}
