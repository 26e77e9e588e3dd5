import type { Say } from "@/lib/domain/handovers/paper";
import { formatDate } from "@/lib/i18n/format";
import {
  forecastWords,
  leverWords,
  speedWords,
  targetWords,
  type Wording,
} from "@/lib/i18n/reports/ahead-words";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { Outlook } from "@/lib/server/progress/outlook";
import type { NightOutlook } from "@/lib/server/progress/outlooks";

/** More than these nobody can begin with. */
const MOST_LEVERS = 4;

/** Reports say the same in Vietnamese; a page says it in the reader's language. */
async function pageWording(): Promise<Wording> {
  return {
    say: (await getTranslator("reports")) as unknown as Say,
    classes: (await getTranslator("matching.class")) as unknown as Say,
    locale: await getLocale(),
  };
}

function targetOf({ target, unit }: Outlook) {
  if (!target) return null;
  const nation = target.unitPath.indexOf(".") === target.unitPath.length - 1;
  const set = target.unitPath === unit.path ? "own" : nation ? "nation" : "above";
  return { ...target, set } as const;
}

export interface SaidOutlook {
  forecast: string;
  target: string;
  /** null where there is nothing to say */
  speed: string | null;
  /** what would help most, the best first */
  helps: string[];
}

/** What there is to say of when a unit will be done. */
export async function sayOutlook(outlook: Outlook): Promise<SaidOutlook> {
  const wording = await pageWording();
  const { end, people, peoplePerDay, needed, target, levers } = outlook;
  const speeds = {
    open: people,
    peoplePerDay,
    neededPerDay: needed?.people ?? null,
    aimed: target !== null,
  };
  return {
    forecast: forecastWords(end, wording),
    target: targetWords(targetOf(outlook), wording),
    speed: speedWords(speeds, wording),
    helps: levers.slice(0, MOST_LEVERS).map((lever) => leverWords(lever, wording)),
  };
}

/** When a unit will be done, as short as a table wants it. */
export async function outlookWords(): Promise<(outlook: NightOutlook | null) => string> {
  const t = await getTranslator("progress.outlook");
  return (outlook) => {
    if (!outlook) return "–";
    const { kind, from, to } = outlook;
    if (kind === "done") return t("short.done");
    if (kind === "plain") return t("short.fewWeeks");
    if (kind === "never" || !from) return t("short.never");
    if (!to) return t("short.after", { from: formatDate(from) });
    return t("short.between", { from: formatDate(from), to: formatDate(to) });
  };
}
