import { formatDate, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

const MILLION = 1_000_000;

/** dd/MM of a plain day. */
export function shortDay(day: string): string {
  return formatDate(day).slice(0, 5);
}

/** The same, with the year where days of another one are shown beside it. */
export function axisDay(day: string, [from, to]: readonly [string, string]): string {
  return from.slice(0, 4) === to.slice(0, 4)
    ? shortDay(day)
    : formatDate(day).replace(/\d\d(\d\d)$/, "$1");
}

/** How a chart writes counts: in full (`count`), and as short as an axis wants them (`axis`). */
export async function countWriter() {
  const locale = await getLocale();
  const t = await getTranslator("charts");
  const count = (value: number) => formatNumber(value, 0, locale);
  const axis = (value: number) => {
    if (Math.abs(value) < MILLION) return count(value);
    const digits = value % MILLION === 0 ? 0 : 1;
    return t("millions", { value: formatNumber(value / MILLION, digits, locale) });
  };
  return { count, axis };
}
