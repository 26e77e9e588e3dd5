import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import { settledShare } from "@/lib/domain/progress/figure";
import { formatDateTime, formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getTrend } from "@/lib/server/progress/home";
import { getOwnProgress } from "./own-progress";
import { TrendBars } from "./trend-bars";

/** One line of figures and a small trend. */
export async function UnitProgress() {
  const t = await getTranslator("home.progress");
  const locale = await getLocale();
  const { figures, at } = await getOwnProgress();
  const share = settledShare(figures);
  if (share === null) return null;
  const trend = await getTrend();
  const write = (people: number) => formatNumber(people, 0, locale);
  return (
    <Card title={t("title")} action={<TextLink href="/progress">{t("more")}</TextLink>}>
      <div className="flex flex-col gap-4">
        <p>
          {t("line", {
            open: write(figures.open),
            cleared: write(figures.cleared),
            corrected: write(figures.corrected),
            at: formatDateTime(at),
          })}
        </p>
        <ProgressBar
          label={t("settled")}
          value={share}
          text={formatPercent(share, 1, locale)}
          tone="settled"
        />
        {trend ? <TrendBars days={trend.days} /> : null}
      </div>
    </Card>
  );
}
