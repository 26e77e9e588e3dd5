import { exactNumber } from "@/components/forms/exact-number";
import { type Described, DescriptionList } from "@/components/ui/description-list";
import { calibrationOf } from "@/lib/domain/matching/calibration";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { formatDate, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

async function measured(model: MatchModel): Promise<Described[]> {
  const t = await getTranslator("rules.current");
  const locale = await getLocale();
  const of = calibrationOf(model);
  if (!of) return [];
  const percent = (share: number) => formatPercent(share, 3, locale);
  const { judged, wrong, source, date } = of;
  const value = t("measuredValue", {
    wrong,
    judged,
    confidence: formatPercent(of.confidence, 0, locale),
    lower: percent(of.lower),
    upper: percent(of.upper),
  });
  const on = date ? t("measuredOnAt", { source, date: formatDate(date) }) : source;
  return [
    { term: t("ceiling"), value: percent(of.ceiling) },
    { term: t("measured"), value },
    { term: t("measuredOn"), value: on },
  ];
}

/** The thresholds of a model, and what they were measured on where the model says it. */
export async function ModelFacts({ model }: { model: MatchModel }) {
  const t = await getTranslator("rules.current");
  const locale = await getLocale();
  return (
    <DescriptionList
      items={[
        { term: t("score"), value: exactNumber(model.acceptScore, locale) },
        { term: t("margin"), value: exactNumber(model.acceptMargin, locale) },
        ...(await measured(model)),
      ]}
    />
  );
}
