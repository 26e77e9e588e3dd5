import { type LineFilter, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import type { QualityFigure } from "@/lib/domain/progress/quality";
import { getTranslator } from "@/lib/i18n/server";
import type { OfficerFilter } from "@/lib/server/progress/officer-lines";
import { dayFilter } from "./day-filter";
import { happeningTitle } from "./day-words";
import { officerLines } from "./officer-read-once";
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

/** Says whose steps they are, where the figure does. */
async function ofOfficer(filter: OfficerFilter): Promise<string> {
  const t = await getTranslator("progress.list.officer");
  const { fullName } = await officerLines(filter);
  return fullName ? t("title", { name: fullName }) : t("titleUnnamed");
}

async function ofRecords({ records, mainClass, ...filter }: LineFilter): Promise<string> {
  const t = await getTranslator("progress");
  const title = records ? t(`figure.${records}`) : await ofTasks(filter);
  if (!mainClass) return title;
  const words =
    records === "cleared"
      ? t(`clearedClass.${mainClass}`)
      : (await getTranslator("matching.class"))(mainClass);
  return t("list.ofClass", { title, class: words });
}

/** What a list is called: the name of its figure, and of the class or the officer where one narrows it. */
export async function titleOf(filter: LineFilter): Promise<string> {
  const { quality, unit, officer, after } = filter;
  const of = dayFilter(filter);
  if (of) return happeningTitle(of.happened);
  if (quality) return ofQuality(quality);
  return officer ? ofOfficer({ unit, officer, after }) : ofRecords(filter);
}
