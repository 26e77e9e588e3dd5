import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { Quality } from "@/lib/server/tasks/quality";
import type { QualityLine } from "./quality-table";

interface Named {
  key: string;
  name: string;
  unit?: string;
  quality: Quality;
}

/** "12,5 % (từ 4,1 % đến 32,0 %)", and in words where too little was checked to say so. */
async function rateOf({ checked, rate }: Quality): Promise<string> {
  const t = await getTranslator("approval.quality");
  const locale = await getLocale();
  if (checked === 0) return t("none");
  if (!rate) return t("few", { count: checked });
  const percent = (ratio: number) => formatPercent(ratio, 1, locale);
  return t("rate", {
    found: percent(rate.found),
    low: percent(rate.low),
    high: percent(rate.high),
  });
}

export async function qualityLine({ key, name, unit, quality }: Named): Promise<QualityLine> {
  const locale = await getLocale();
  const figure = (value: number) => formatNumber(value, 0, locale);
  return {
    key,
    name,
    unit: unit ?? null,
    passed: figure(quality.passed),
    checked: figure(quality.checked),
    wrong: figure(quality.wrong),
    rate: await rateOf(quality),
  };
}
