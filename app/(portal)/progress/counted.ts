import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

const MOST_COUNTED = 1000;

/** A figure that is counted up to a thousand only: "312", "hơn 1.000". */
export async function counted(people: number): Promise<string> {
  const locale = await getLocale();
  if (people <= MOST_COUNTED) return formatNumber(people, 0, locale);
  const t = await getTranslator("common");
  return t("moreThan", { count: formatNumber(MOST_COUNTED, 0, locale) });
}
